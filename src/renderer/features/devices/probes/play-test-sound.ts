import { playOnOutput } from './play-on-output.ts';

/** Hz: three notes going up, which nobody takes for a fault of the speaker. */
const notes = [523, 659, 784];
const noteSeconds = 0.35;

/** Plays three notes on a speaker (`''`: the default) until they are over. Rejects when it cannot be played there. */
export const playTestSound = (speakerId: string): Promise<void> =>
  playOnOutput(speakerId, (context, out) =>
    Promise.all(notes.map((hertz, rank) => playNote(context, out, hertz, rank * noteSeconds))),
  );

/** `delay` in seconds from now; resolves when the note is over. */
function playNote(context: AudioContext, out: AudioNode, hertz: number, delay: number): Promise<void> {
  const begin = context.currentTime + 0.05 + delay;
  const end = begin + noteSeconds;
  const volume = new GainNode(context, { gain: 0 });
  // Faded in and out: a tone cut off sharply clicks.
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(0.25, begin + 0.03);
  volume.gain.linearRampToValueAtTime(0, end);
  const tone = new OscillatorNode(context, { frequency: hertz });
  tone.connect(volume).connect(out);
  tone.start(begin);
  tone.stop(end);
  return new Promise((resolve) => tone.addEventListener('ended', () => resolve(), { once: true }));
}
