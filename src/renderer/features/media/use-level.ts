import { useEffect, useState } from 'react';
import { watchSound } from './watch-sound.ts';

/** How loud an audio track is now, 0..1, at most 20 times a second; 0 without a track. The track stays the caller's. */
export function useLevel(track: MediaStreamTrack | null): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (!track) return undefined;
    const stop = watchSound(track, (reading) => setLevel(reading.level));
    return () => {
      stop();
      setLevel(0);
    };
  }, [track]);
  return level;
}
