import { setTimeout as wait } from 'node:timers/promises';
import { AudioFrame, AudioStream, type AudioSource, type RemoteTrack } from '@livekit/rtc-node';

export const sampleRate = 48_000;
const frameSamples = sampleRate / 100;
const loud = 12_000;
/** Below this nobody speaks; samples are of 16 bits. */
const quiet = 1000;
const toleranceHertz = 10;

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

/**
 * Resolves once half a second of this pitch (hertz) has arrived. What comes first may be stretched or squeezed while the
 * receiver finds its pace, so the first half second decides nothing.
 * @throws Error with what was heard instead, if it does not come within so many ms
 */
export async function hearTone(track: RemoteTrack, hertz: number, withinMs: number): Promise<void> {
  const reader = new AudioStream(track, sampleRate, 1).getReader();
  const done = new AbortController();
  const late = wait(withinMs, undefined, { signal: done.signal });
  let last = 0;
  const heard = async (): Promise<void> => {
    do last = await pitchOfNext(reader);
    while (Math.abs(last - hertz) > toleranceHertz);
  };
  try {
    await Promise.race([
      heard(),
      late.then(() => {
        throw new Error(
          last === 0 ? 'nothing was heard' : `${Math.round(last)} Hz, not ${hertz}, were heard`,
        );
      }),
    ]);
  } finally {
    done.abort();
    await reader.cancel();
  }
}

/** Of the next half second in which somebody speaks. */
async function pitchOfNext(reader: ReadableStreamDefaultReader<AudioFrame>): Promise<number> {
  let heard: number[] = [];
  while (heard.length < sampleRate / 2) {
    const { value, done } = await reader.read();
    if (done) throw new Error('the sound ended');
    const peak = value.data.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    // A gap would count as a lower pitch.
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
