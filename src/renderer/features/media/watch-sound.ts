import { isGoingOn, silentAudioContext } from '../../ui/silent-audio-context.ts';
import { soundLevel } from './sound-level.ts';

/** Ms between two readings. */
export const soundReadingEveryMs = 50;

/** `level` as `soundLevel` gives it; `peak` is the largest sample, 0..1, since the reading before. */
export type SoundReading = { readonly level: number; readonly peak: number };

/**
 * Reads an audio track 20 times a second until the returned function is called; tells nothing where nothing can be measured.
 * The track stays the caller's.
 */
export function watchSound(track: MediaStreamTrack, tell: (reading: SoundReading) => void): () => void {
  const context = silentAudioContext();
  const analyser = context.createAnalyser();
  // 43 ms at 48 kHz: nearly all that happened between two readings.
  analyser.fftSize = 2048;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  // A context may start suspended, and the analyser of a suspended one reads nothing but silence (Chromium 130).
  void context.resume();
  const measures = isGoingOn(context);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    if (!measures()) return;
    analyser.getFloatTimeDomainData(samples);
    tell({
      level: soundLevel(samples),
      peak: samples.reduce((most, each) => Math.max(most, Math.abs(each)), 0),
    });
  }, soundReadingEveryMs);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
