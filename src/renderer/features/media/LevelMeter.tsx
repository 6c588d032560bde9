import type { ReactNode } from 'react';
import './level-meter.css';
import { useLevel } from './use-level.ts';

type Props = {
  readonly track: MediaStreamTrack | null;
  /** What is measured, for example « Niveau du microphone ». */
  readonly label: string;
};

/** Shows that a microphone hears something. */
export function LevelMeter({ track, label }: Props): ReactNode {
  const level = useLevel(track);
  return (
    <div
      className="level-meter"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(level * 100)}
    >
      <span className="level-meter__bar" style={{ transform: `scaleX(${level})` }} />
    </div>
  );
}
