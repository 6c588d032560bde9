import {
  AudioSource,
  AudioStream,
  ConnectionState,
  LocalAudioTrack,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
  type RemoteTrack,
} from '@livekit/rtc-node';
import { sleep } from '../../../src/client/sleep.ts';
import type { MediaConnection } from '../../../src/renderer/features/session/connection/connect-room.ts';
import { keepConnected } from '../../../src/renderer/features/session/connection/keep-connected.ts';
import type { MeetingAccess } from '../../../src/renderer/features/session/connection/watch-access.ts';
import type { RoomAdmission } from '../../../src/shared/calls/meeting.ts';
import type { Admission } from '../../../src/shared/meeting.ts';
import { sampleRate, sendTone } from '../../probe/tone.ts';
import type { OwnClock } from './own-clock.ts';
import { takePart, type Over } from './participation.ts';
import { createPauses, type Pauses } from './pauses.ts';

/** The app without its window: its own calls, events and perseverance, over LiveKit's client for Node. */
export type HeadlessClient = {
  /** The latest. */
  admission(): RoomAdmission | null;
  /** In what they hear of somebody else. */
  readonly pauses: Omit<Pauses, 'heard'>;
  /** Why the meeting is over for this client; null while it goes on. */
  over(): Over | null;
  leave(): Promise<void>;
};

type Entry = {
  readonly origin: string;
  readonly admission: Admission;
  readonly speaks: boolean;
  readonly clock: Pick<OwnClock, 'now'>;
};

export async function enterHeadless({ origin, admission, speaks, clock }: Entry): Promise<HeadlessClient> {
  const participation = takePart(origin, admission);
  const stop = new AbortController();
  const pauses = createPauses(clock.now);
  const connection = connectionOverNode({ speaks, pauses });
  const access: MeetingAccess = {
    admission: participation.admission,
    onChange: participation.onChange,
    rejoin: participation.rejoin,
    replacedElsewhere: () => participation.end('unheard'),
    msLeft: () => Math.max(0, Date.parse(admission.meeting.expiresAt) - Date.now()),
    timeIsUp: () => participation.end('time'),
  };
  const connected = Promise.withResolvers<void>();
  const report = (state: string): void => void (state === 'connected' && connected.resolve());
  void keepConnected({ connection, access, random: Math.random, sleep, report }, stop.signal);
  await connected.promise;
  return {
    admission: participation.admission,
    pauses,
    over: participation.over,
    async leave() {
      stop.abort();
      participation.stop();
      await connection.disconnect();
    },
  };
}

type Ends = { readonly speaks: boolean; readonly pauses: Pauses };

/** A new room for each connection: LiveKit's client for Node is not made to be used again. */
function connectionOverNode({ speaks, pauses }: Ends): MediaConnection {
  let room = new Room();
  let silence = new AbortController();
  async function listen(track: RemoteTrack): Promise<void> {
    for await (const frame of new AudioStream(track, sampleRate, 1))
      if (frame.data.some((sample) => Math.abs(sample) > 1000)) pauses.heard();
  }
  return {
    async connect({ livekitUrl, livekitToken }) {
      silence.abort();
      silence = new AbortController();
      room = new Room();
      room.on(RoomEvent.TrackSubscribed, (track) => {
        // A track that breaks off is a silence, which is what is measured.
        if (track.kind === TrackKind.KIND_AUDIO) void listen(track).catch(() => undefined);
      });
      try {
        await room.connect(livekitUrl, livekitToken, { autoSubscribe: true, dynacast: false });
        if (speaks) await speak(room, silence.signal);
        return true;
      } catch {
        return false;
      }
    },
    lost: () => new Promise((resolve) => room.once(RoomEvent.Disconnected, () => resolve('lost'))),
    isTroubled: () => room.connectionState !== ConnectionState.CONN_CONNECTED,
    troubledFor: (ms, over) =>
      new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        const look = (): void => {
          clearTimeout(timer);
          if (room.connectionState !== ConnectionState.CONN_CONNECTED) timer = setTimeout(end, ms);
        };
        const end = (): void => {
          clearTimeout(timer);
          room.off(RoomEvent.ConnectionStateChanged, look);
          resolve();
        };
        room.on(RoomEvent.ConnectionStateChanged, look);
        over.addEventListener('abort', end, { once: true });
        look();
      }),
    disconnect() {
      silence.abort();
      // While it reconnects, LiveKit's client for Node takes seconds to leave; livekit-client, which this stands for, does
      // not.
      void room.disconnect().catch(() => undefined);
      return Promise.resolve();
    },
  };
}

async function speak(room: Room, stop: AbortSignal): Promise<void> {
  const source = new AudioSource(sampleRate, 1);
  const options = new TrackPublishOptions();
  options.source = TrackSource.SOURCE_MICROPHONE;
  await room.localParticipant?.publishTrack(LocalAudioTrack.createAudioTrack('tone', source), options);
  // Sending fails once the room is left; a speaker whom nobody hears fails the test.
  void sendTone(source, 440, stop).catch(() => undefined);
}
