import type { Room } from 'livekit-client';
import type { Bridge } from '../../bridge.ts';
import { chosenDevices } from '../media/chosen-devices.ts';
import type { SoundProcessing } from '../media/sound-processing.ts';
import type { MeetingStoreApi } from '../meeting/meeting-store.ts';
import { pageClock } from '../../ui/page-clock.ts';
import { createMediaRoom, lineOf } from './connection/connect-room.ts';
import { keepConnected, type LineState } from './connection/keep-connected.ts';
import { leaveOnTime } from './connection/leave-on-time.ts';
import { createOwnTracks, releaseAll, type OwnTracks } from './own-tracks/own-tracks.ts';
import { playSound } from './play-sound.ts';
import { seatOf } from './connection/seat.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';
import { createToasts, type Toasts } from './toasts.ts';

/** One stay in one meeting: LiveKit's room, what we send, what we receive, and whether we are connected. */
export type RoomSession = {
  readonly room: Room;
  readonly ownTracks: OwnTracks;
  readonly toasts: Toasts;
  readonly choosePictures: Subscriptions['choosePictures'];
  lineState(): LineState;
  onLineState(listener: () => void): () => void;
  /** Connects, listening only. Returns the function that leaves LiveKit's room and closes the devices. */
  start(): () => void;
};

/** `idle` until it is started. `processing`: as it is wanted when the microphone opens. */
export function createRoomSession(
  meeting: MeetingStoreApi,
  bridge: Bridge,
  processing: () => SoundProcessing,
): RoomSession {
  const room = createMediaRoom(chosenDevices().speaker.id);
  const ownTracks = createOwnTracks(room, { bridge, processing });
  const subscriptions = createSubscriptions(room);

  let state: LineState = 'idle';
  const listeners = new Set<() => void>();
  const report = (next: LineState): void => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const seat = seatOf(meeting, pageClock);

  return {
    room,
    ownTracks,
    toasts: createToasts(),
    choosePictures: subscriptions.choosePictures,
    lineState: () => state,
    onLineState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      const stopping = new AbortController();
      const silence = playSound(room);
      const stopSubscribing = subscriptions.start();
      const deps = { line: lineOf(room), seat, random: Math.random, sleep, report };
      void keepConnected(deps, stopping.signal);
      leaveOnTime(seat, stopping.signal);
      return () => {
        stopping.abort();
        releaseAll(ownTracks);
        silence();
        stopSubscribing();
        void room.disconnect();
      };
    },
  };
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
    if (signal.aborted) resolve();
  });
