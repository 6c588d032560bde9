import { setTimeout as wait } from 'node:timers/promises';
import { AudioFrame, AudioStream, type AudioSource, type RemoteTrack } from '@livekit/rtc-node';

export const sampleRate = 48_000;
const frameSamples = sampleRate / 100;
const loud = 12_000;
/** Below this nobody speaks; samples are of 16 bits. */
const quiet = 1000;

/** Sends a sine of so many hertz until told to stop. */
export async function sendTone(source: AudioSource, hertz: number, stop: AbortSignal): Promise<void> {
  for (let sample = 0; !stop.aborted; sample += frameSamples) {
    const samples = Int16Array.from(
      { length: frameSamples },
      (_, i) => loud * Math.sin((2 * Math.PI * hertz * (sample + i)) / sampleRate),
    );
    // Takes as long as the frame lasts once a little is waiting.
    await source.captureFrame(new AudioFrame(samples, sampleRate, 1, frameSamples));
  }
}

/** The pitch (hertz) of what arrives, from half a second of sound; rejects if nothing does within so many ms. */
export async function hearTone(track: RemoteTrack, withinMs: number): Promise<number> {
  const reader = new AudioStream(track, sampleRate, 1).getReader();
  const late = new AbortController();
  const tooLate = wait(withinMs, 'late' as const, { signal: late.signal });
  try {
    return await Promise.race([
      listen(reader),
      tooLate.then(() => {
        throw new Error(`nothing was heard within ${withinMs} ms`);
      }),
    ]);
  } finally {
    late.abort();
    await reader.cancel();
  }
}

async function listen(reader: ReadableStreamDefaultReader<AudioFrame>): Promise<number> {
  let heard: number[] = [];
  while (heard.length < sampleRate / 2) {
    const { value, done } = await reader.read();
    if (done) throw new Error('the sound ended');
    const peak = value.data.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    // A gap at the beginning would count as a lower pitch.
    heard = peak < quiet ? [] : [...heard, ...value.data];
  }
  return pitchOf(heard, sampleRate);
}

/** Hertz, by counting how often a steady tone rises through zero. */
export function pitchOf(samples: readonly number[], rate: number): number {
  const rises: number[] = [];
  for (let i = 1; i < samples.length; i += 1)
    if ((samples[i - 1] ?? 0) < 0 && (samples[i] ?? 0) >= 0) rises.push(i);
  const [first, last] = [rises[0], rises.at(-1)];
  if (first === undefined || last === undefined || first === last) return 0;
  return ((rises.length - 1) * rate) / (last - first);
}
