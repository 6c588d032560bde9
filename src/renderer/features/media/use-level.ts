import { useEffect, useState } from 'react';
import { soundLevel } from './sound-level.ts';

const everyMs = 50;

/** How loud an audio track is now, 0..1, at most 20 times a second; 0 without a track. The track stays the caller's. */
export function useLevel(track: MediaStreamTrack | null): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (!track) return undefined;
    const stop = watchLevel(track, setLevel);
    return () => {
      stop();
      setLevel(0);
    };
  }, [track]);
  return level;
}

function watchLevel(track: MediaStreamTrack, tell: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  // A context may start suspended, and the analyser of a suspended one reads nothing but silence (Chromium 130).
  void context.resume();
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    tell(soundLevel(samples));
  }, everyMs);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
