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

/** `level` 0..1, as a bar and as a word. */
export function LevelBar({ level, label }: { readonly level: number; readonly label: string }): ReactNode {
  const { meter } = useWords().devices;
  const word = meter[loudnessOf(level)];
  return (
    <div className="level-meter">
      <div
        className="level-meter__scale"
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(level * 100)}
        aria-valuetext={word}
      >
        <span className="level-meter__bar" style={{ transform: `scaleX(${level})` }} />
      </div>
      <span className="level-meter__word" aria-hidden>
        {word}
      </span>
    </div>
  );
}
