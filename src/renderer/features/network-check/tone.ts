import { silentAudioContext } from '../../ui/silent-audio-context.ts';

export type Tone = { readonly track: MediaStreamTrack; readonly stop: () => void };

/** A sound that nobody hears and that no microphone hears either, to be sent until it is stopped. */
export function makeTone(): Tone {
  // No speaker need be there, and a meeting that is on keeps its own to itself.
  const context = silentAudioContext();
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
