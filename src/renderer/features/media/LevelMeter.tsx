import type { ReactNode } from 'react';
import { useOverdue } from '../../ui/use-overdue.ts';
import { useWords } from '../../ui/words-context.ts';
import './level-meter.css';
import { loudnessOf } from './loudness.ts';
import { useLevel } from './use-level.ts';

type Props = {
  readonly track: MediaStreamTrack | null;
  /** What is measured, for example « Niveau du microphone ». */
  readonly label: string;
};

/** Ms after which a measure that has not come is said not to come: several wireless headsets open one after another. */
const measuredWithinMs = 10_000;

/** Shows that a microphone hears something. */
export function LevelMeter({ track, label }: Props): ReactNode {
  return <LevelBar level={useLevel(track)} label={label} />;
}

type BarProps = { readonly level: number | null; readonly label: string };

/** `level` 0..1, as a bar and as a word; null is not silence: it shows nothing, then that nothing can be measured. */
export function LevelBar({ level, label }: BarProps): ReactNode {
  const isOverdue = useOverdue(level === null, measuredWithinMs);
  return <LevelReading level={isOverdue ? 'unmeasured' : level} label={label} />;
}

type ReadingProps = { readonly level: number | 'unmeasured' | null; readonly label: string };

export function LevelReading({ level, label }: ReadingProps): ReactNode {
  const { meter } = useWords().devices;
  const share = typeof level === 'number' ? level : 0;
  const word = typeof level === 'number' ? meter[loudnessOf(level)] : '';
  const isUnmeasured = level === 'unmeasured';
  return (
    <>
      <div className="level-meter">
        <div
          className="level-meter__scale"
          role="meter"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          aria-valuetext={word || (isUnmeasured ? meter.unmeasured : meter.unknown)}
        >
          <span className="level-meter__bar" style={{ transform: `scaleX(${share})` }} />
        </div>
        <span className="level-meter__word" aria-hidden>
          {word}
        </span>
      </div>
      {isUnmeasured && <p className="fr-hint-text">{meter.unmeasuredAdvice}</p>}
    </>
  );
}
