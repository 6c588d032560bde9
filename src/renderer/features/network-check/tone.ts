export type Tone = { readonly track: MediaStreamTrack; readonly stop: () => void };

/** A sound that nobody hears and that no microphone hears either, to be sent until it is stopped. */
export function makeTone(): Tone {
  // Of no speaker: none need be there, and a meeting that is on keeps its own to itself. Browsers that do not know the
  // option open the usual one, and play nothing on it.
  const nowhere: AudioContextOptions & { sinkId: { type: 'none' } } = { sinkId: { type: 'none' } };
  const context = new AudioContext(nowhere);
  const out = context.createMediaStreamDestination();
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  oscillator.connect(out);
  oscillator.start();
  const [track] = out.stream.getAudioTracks();
  if (!track) throw new Error('a destination without a track');
  return {
    track,
    stop() {
      track.stop();
      void context.close();
    },
  };
}
