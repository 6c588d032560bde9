import type { ReactNode } from 'react';
import { useOverdue } from '../../ui/use-overdue.ts';
import { useWords } from '../../ui/words-context.ts';
import './level-meter.css';
import { loudnessOf } from './loudness.ts';
import { useLevel } from './use-level.ts';

type Props = {
  readonly track: MediaStreamTrack;
  /** What is measured, for example « Niveau du microphone ». */
  readonly label: string;
};

/** Ms after which a microphone that is being opened is said not to be measured: a wireless headset takes its time. */
const measuredWithinMs = 10_000;

/** Shows that a microphone hears something. */
export function LevelMeter({ track, label }: Props): ReactNode {
  return <LevelBar level={useLevel(track) ?? 'opening'} label={label} />;
}

/** 0..1, or why there is none: its turn has not come, it is being opened, it does not open. */
export type BarLevel = number | 'waiting' | 'opening' | 'failed';

type BarProps = { readonly level: BarLevel; readonly label: string };

/** A level as a bar and as a word; none is not silence: it shows nothing, then that nothing can be measured. */
export function LevelBar({ level, label }: BarProps): ReactNode {
  // Not while others are opened first: one that is slow says nothing of those after it.
  const isOverdue = useOverdue(level === 'opening', measuredWithinMs);
  return <LevelReading level={readingOf(level, isOverdue)} label={label} />;
}

function readingOf(level: BarLevel, isOverdue: boolean): ReadingProps['level'] {
  if (typeof level === 'number') return level;
  return isOverdue || level === 'failed' ? 'unmeasured' : null;
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
