import { playOnOutput } from './play-on-output.ts';

/**
 * Records a microphone for so many ms. @throws where the browser cannot record. The sound stays in the memory of this page.
 */
export async function recordVoice(track: MediaStreamTrack, ms: number, stop: AbortSignal): Promise<Blob> {
  const recorder = new MediaRecorder(new MediaStream([track]));
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  recorder.addEventListener('stop', () => resolve());
  recorder.addEventListener('error', () => reject(new Error('the recorder failed')));
  recorder.start();
  const end = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const timer = setTimeout(end, ms);
  stop.addEventListener('abort', end);
  await promise.finally(() => {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
  });
  return new Blob(parts);
}

/** Plays a recording on a speaker (`''`: the default) to its end, or until told to stop. @throws where it cannot be played. */
export async function playRecording(recording: Blob, speakerId: string, stop: AbortSignal): Promise<void> {
  const data = await recording.arrayBuffer();
  await playOnOutput(speakerId, async (context, out) => {
    const sound = new AudioBufferSourceNode(context, { buffer: await context.decodeAudioData(data) });
    sound.connect(out);
    const { promise, resolve } = Promise.withResolvers<void>();
    sound.addEventListener('ended', () => resolve(), { once: true });
    stop.addEventListener('abort', () => sound.stop(), { once: true });
    sound.start();
    if (stop.aborted) sound.stop();
    await promise;
  });
}
