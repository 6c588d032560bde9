import { useEffect, useState } from 'react';
import { watchSound } from './watch-sound.ts';

/** How loud an audio track is now, 0..1, at most 20 times a second; null while it is not measured. The track stays the caller's. */
export function useLevel(track: MediaStreamTrack | null): number | null {
  const [level, setLevel] = useState<number | null>(null);
  useEffect(() => {
    if (!track) return undefined;
    const stop = watchSound(track, (reading) => setLevel(reading.level));
    return () => {
      stop();
      setLevel(null);
    };
  }, [track]);
  return level;
}
