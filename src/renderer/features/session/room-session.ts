import type { Room } from 'livekit-client';
import type { Bridge } from '../../bridge.ts';
import { chosenDevices } from '../media/chosen-devices.ts';
import type { SoundProcessing } from '../media/sound-processing.ts';
import type { MeetingStoreApi } from '../meeting/meeting-store.ts';
import { pageClock } from '../../ui/page-clock.ts';
import { createMediaRoom, connectionOf } from './connection/connect-room.ts';
import { keepConnected, type ConnectionStatus } from './connection/keep-connected.ts';
import { leaveAtDeadline } from './connection/leave-at-deadline.ts';
import { followScreen } from './own-tracks/follow-screen.ts';
import { createOwnTracks, releaseAll, type OwnTracks } from './own-tracks/own-tracks.ts';
import { playRemoteAudio } from './remote-audio.ts';
import { meetingAccess } from './connection/meeting-access.ts';
import { createStageView, type StageViewStore } from './stage-view.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';
import { createToasts, type Toasts } from './toasts.ts';

/** One stay in one meeting: LiveKit's room, what we send, what we receive, and whether we are connected. */
export type RoomSession = {
  readonly room: Room;
  readonly ownTracks: OwnTracks;
  readonly toasts: Toasts;
  readonly view: StageViewStore;
  readonly choosePictures: Subscriptions['choosePictures'];
  connectionStatus(): ConnectionStatus;
  onConnectionStatus(listener: () => void): () => void;
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

  let state: ConnectionStatus = 'idle';
  const listeners = new Set<() => void>();
  const report = (next: ConnectionStatus): void => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const access = meetingAccess(meeting, pageClock);

  return {
    room,
    ownTracks,
    toasts: createToasts(),
    view: createStageView(),
    choosePictures: subscriptions.choosePictures,
    connectionStatus: () => state,
    onConnectionStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      const stopping = new AbortController();
      const silence = playRemoteAudio(room);
      const unfollowScreen = followScreen(ownTracks.screen, bridge);
      const stopSubscribing = subscriptions.start();
      const deps = { connection: connectionOf(room), access, random: Math.random, sleep, report };
      void keepConnected(deps, stopping.signal);
      leaveAtDeadline(access, stopping.signal);
      return () => {
        stopping.abort();
        releaseAll(ownTracks);
        unfollowScreen();
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
