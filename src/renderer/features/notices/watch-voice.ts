import type { Signal } from '../../../shared/devices/diagnose.ts';
import { digitalSilence, detectSilence } from '../media/silence-detector.ts';
import type { SoundReading } from '../media/watch-sound.ts';

/** -30 dB: somebody speaks, and does not merely breathe or type. */
const speech = 0.5;
/** Ms of speech within the last `withinMs` that make a sentence of it: a cough or a door is shorter. */
const longEnoughMs = 500;
const withinMs = 1500;

/** What the readings of one's own microphone say, as they come. Times in ms, of any clock that only goes on. */
export type VoiceWatch = (
  reading: SoundReading,
  now: number,
) => {
  /** Whether the microphone gives anything at all. */
  readonly signal: Signal;
  readonly isSpeaking: boolean;
};

/** `everyMs`: how far the readings are from one another. */
export function watchVoice(everyMs: number): VoiceWatch {
  const signal = detectSilence();
  let spoken: readonly number[] = [];
  return ({ level, peak }, now) => {
    if (level >= speech) spoken = [...spoken, now];
    spoken = spoken.filter((at) => at > now - withinMs);
    return {
      signal: signal(peak > digitalSilence, now),
      isSpeaking: spoken.length * everyMs >= longEnoughMs,
    };
  };
}
