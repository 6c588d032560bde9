import { once } from 'node:events';
import {
  AudioSource,
  LocalAudioTrack,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
  type RemoteTrack,
} from '@livekit/rtc-node';
import type { Admission } from '../../src/shared/meeting.ts';
import { sampleRate, sendTone } from './tone.ts';

/** Somebody in a room with real media, without a screen. */
export type MediaPerson = {
  readonly room: Room;
  /** Publishes a tone; under another source than the microphone if asked to. */
  speak(hertz: number, source?: TrackSource): Promise<void>;
  /** The first sound of somebody else. */
  readonly sound: Promise<RemoteTrack>;
  /** Settles once the room was left, by whomever. */
  readonly gone: Promise<unknown>;
  leave(): Promise<void>;
};

export async function enterWithMedia({
  livekitUrl,
  livekitToken,
}: Pick<Admission, 'livekitUrl' | 'livekitToken'>): Promise<MediaPerson> {
  const room = new Room();
  const sound = new Promise<RemoteTrack>((resolve) => {
    room.on(RoomEvent.TrackSubscribed, (track) => {
      if (track.kind === TrackKind.KIND_AUDIO) resolve(track);
    });
  });
  const gone = once(room as never, RoomEvent.Disconnected);
  await room.connect(livekitUrl, livekitToken, { autoSubscribe: true, dynacast: false });
  const stop = new AbortController();
  let speaking: Promise<void> = Promise.resolve();
  return {
    room,
    sound,
    gone,
    async speak(hertz, as = TrackSource.SOURCE_MICROPHONE) {
      const source = new AudioSource(sampleRate, 1);
      const options = new TrackPublishOptions();
      options.source = as;
      const track = LocalAudioTrack.createAudioTrack('tone', source);
      await room.localParticipant?.publishTrack(track, options);
      // Sending fails once the room is left: that is no news.
      speaking = sendTone(source, hertz, stop.signal).catch(() => undefined);
    },
    async leave() {
      stop.abort();
      await speaking;
      await room.disconnect();
    },
  };
}
