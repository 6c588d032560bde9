import { setTimeout as sleep } from 'node:timers/promises';
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
import { connectMeetingEvents } from '../../../src/client/meeting-events.ts';
import { connectMeetingService } from '../../../src/client/service-client.ts';
import type { Line } from '../../../src/renderer/features/session/connection/connect-room.ts';
import {
  keepConnected,
  type Seat,
} from '../../../src/renderer/features/session/connection/keep-connected.ts';
import { admission as admissionOf, type Admission, type EndReason } from '../../../src/shared/meeting.ts';
import { ok } from '../../../src/shared/result.ts';
import { sampleRate, sendTone } from '../../probe/tone.ts';

/** The app without its window: its own calls, events and perseverance, over LiveKit's client for Node. */
export type HeadlessClient = {
  /** The latest. */
  admission(): Admission | null;
  /** When (ms, `performance.now`) sound of somebody else last arrived. */
  lastHeard(): number;
  /** Why the meeting is over for this client; null while it goes on. */
  over(): EndReason | 'unheard' | null;
  leave(): Promise<void>;
};

type Seated = Admission & { readonly origin: string };
type Entry = { readonly origin: string; readonly admission: Admission; readonly speaks: boolean };

export async function enterHeadless({ origin, admission, speaks }: Entry): Promise<HeadlessClient> {
  const service = connectMeetingService({ origin, fetch, appVersion: '9.9.9' });
  const stop = new AbortController();
  const listeners = new Set<() => void>();
  let current: Seated | null = { ...admission, origin };
  let over: EndReason | 'unheard' | null = null;
  let lastHeard = 0;
  const change = (next: Seated | null): void => {
    current = next;
    listeners.forEach((listener) => listener());
  };
  const end = (reason: EndReason | 'unheard'): void => {
    over ??= reason;
    change(null);
  };

  async function rejoin() {
    const answer = await service.call('rejoin', {}, { token: admission.participationToken });
    // Nobody waits here who was in already.
    const back = answer.ok ? ok({ ...admissionOf.parse(answer.value), origin }) : answer;
    if (current === null) return back;
    if (back.ok) change(back.value);
    else if (back.error.code === 'meeting-over') end('unheard');
    else if (back.error.code === 'removed') end('removed');
    return back;
  }

  const line = lineOverNode({ speaks, onSound: () => (lastHeard = performance.now()) });
  const seat: Seat = {
    admission: () => current,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rejoin,
    replacedElsewhere: () => end('unheard'),
    msLeft: () => Math.max(0, Date.parse(admission.meeting.expiresAt) - Date.now()),
    timeIsUp: () => end('time'),
  };
  const events = connectMeetingEvents({ origin, fetch, random: Math.random }).follow(
    admission.participationToken,
    {
      onEvent(event) {
        if (event.type === 'ended') end(event.reason);
        else if (event.type === 'rejoin') void rejoin();
      },
      onReachable: () => undefined,
    },
  );
  const sleepUntil = (ms: number, signal: AbortSignal): Promise<void> =>
    // It rejects only when it is told to stop.
    sleep(ms, undefined, { signal }).catch(() => undefined);
  const connected = Promise.withResolvers<void>();
  const report = (state: string): void => void (state === 'connected' && connected.resolve());
  void keepConnected({ line, seat, random: Math.random, sleep: sleepUntil, report }, stop.signal);
  await connected.promise;
  return {
    admission: () => current,
    lastHeard: () => lastHeard,
    over: () => over,
    async leave() {
      stop.abort();
      events.stop();
      await line.hangUp();
    },
  };
}

type Ends = { readonly speaks: boolean; readonly onSound: () => void };

/** A new room for each connection: LiveKit's client for Node is not made to be used again. */
function lineOverNode({ speaks, onSound }: Ends): Line {
  let room = new Room();
  let silence = new AbortController();
  async function listen(track: RemoteTrack): Promise<void> {
    for await (const frame of new AudioStream(track, sampleRate, 1))
      if (frame.data.some((sample) => Math.abs(sample) > 1000)) onSound();
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
    hangUp() {
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
