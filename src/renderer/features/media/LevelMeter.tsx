import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import './level-meter.css';
import { loudnessOf } from './loudness.ts';
import { useLevel } from './use-level.ts';

type Props = {
  readonly track: MediaStreamTrack | null;
  /** What is measured, for example « Niveau du microphone ». */
  readonly label: string;
};

/** Shows that a microphone hears something. */
export function LevelMeter({ track, label }: Props): ReactNode {
  return <LevelBar level={useLevel(track)} label={label} />;
}

type BarProps = { readonly level: number | null; readonly label: string };

/** `level` 0..1, as a bar and as a word; null is not silence, and shows neither. */
export function LevelBar({ level, label }: BarProps): ReactNode {
  const { meter } = useWords().devices;
  const word = level === null ? '' : meter[loudnessOf(level)];
  return (
    <div className="level-meter">
      <div
        className="level-meter__scale"
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round((level ?? 0) * 100)}
        aria-valuetext={word || meter.unknown}
      >
        <span className="level-meter__bar" style={{ transform: `scaleX(${level ?? 0})` }} />
      </div>
      <span className="level-meter__word" aria-hidden>
        {word}
      </span>
    </div>
  );
}
