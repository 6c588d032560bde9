/**
 * An audio context of no speaker, timed by the computer. The usual one runs by the clock of the default speaker: with one
 * that stands still (`pactl suspend-sink`, Chromium 130) its state is « running », its time does not go on, and whatever it
 * measures or makes is silence. Browsers that do not know the option give the usual one: see `isGoingOn`.
 */
export function silentAudioContext(): AudioContext {
  const nowhere: AudioContextOptions & { sinkId: { type: 'none' } } = { sinkId: { type: 'none' } };
  return new AudioContext(nowhere);
}

/** Says at each call whether the context's time went on since the call before: if not, what it gives is nobody's silence. */
export function isGoingOn(context: Pick<AudioContext, 'state' | 'currentTime'>): () => boolean {
  let last = context.currentTime;
  return () => {
    const now = context.currentTime;
    const wentOn = context.state === 'running' && now > last;
    last = now;
    return wentOn;
  };
}
