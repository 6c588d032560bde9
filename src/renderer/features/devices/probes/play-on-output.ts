import { silentAudioContext } from '../../../ui/silent-audio-context.ts';

/** Makes sound on a speaker (`''`: the default) until `make` has ended. Rejects when it cannot be played there. */
export async function playOnOutput(
  speakerId: string,
  make: (context: AudioContext, out: AudioNode) => Promise<unknown>,
): Promise<void> {
  // Not timed by the default speaker, which may stand still while the one that is tried works.
  const context = silentAudioContext();
  const speaker = new Audio();
  try {
    const out = context.createMediaStreamDestination();
    // Through an element, because the sink of a context itself is newer than some of the browsers that open the web page.
    speaker.srcObject = out.stream;
    await speaker.setSinkId(speakerId);
    await context.resume();
    await speaker.play();
    await make(context, out);
  } finally {
    speaker.srcObject = null;
    await context.close();
  }
}
