import { Track, type Room } from 'livekit-client';
import type { Bridge } from '../../bridge.ts';
import { chosenDevices } from '../media/chosen-devices.ts';
import { explainDevice, failedBy } from '../media/explain-device.ts';
import { openCamera, openMicrophone } from '../media/open-device.ts';
import type { SoundProcessing } from '../media/sound-processing.ts';
import type { MeetingStoreApi } from '../meeting/meeting-store.ts';
import { pageClock } from '../../ui/page-clock.ts';
import { createMediaRoom, lineOf } from './connection/connect-room.ts';
import { keepConnected, type LineState } from './connection/keep-connected.ts';
import { leaveOnTime } from './connection/leave-on-time.ts';
import { createOutlets } from './own-tracks/outlet.ts';
import { createOwnTrack, type OwnTrack } from './own-tracks/own-track.ts';
import { ownCamera, ownMicrophone } from './own-tracks/owned-media.ts';
import { playSound } from './play-sound.ts';
import { seatOf } from './connection/seat.ts';
import { receiveOnlyShown } from './subscriptions.ts';

/** One stay in one meeting: LiveKit's room, our microphone and camera, and whether we are connected. */
export type RoomSession = {
  readonly room: Room;
  readonly microphone: OwnTrack;
  readonly camera: OwnTrack;
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
  const outletOf = createOutlets(room);
  const microphone = createOwnTrack({
    open: () => openMicrophone({ bridge, wanted: chosenDevices().microphone, processing: processing() }),
    wrap: ownMicrophone,
    outlet: outletOf(Track.Source.Microphone),
    explain: (error) => explainDevice('microphone', failedBy(error), bridge),
  });
  const camera = createOwnTrack({
    open: () => openCamera({ bridge, wanted: chosenDevices().camera }),
    wrap: ownCamera,
    outlet: outletOf(Track.Source.Camera),
    explain: (error) => explainDevice('camera', failedBy(error), bridge),
  });

  let state: LineState = 'idle';
  const listeners = new Set<() => void>();
  const report = (next: LineState): void => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const seat = seatOf(meeting, pageClock);

  return {
    room,
    microphone,
    camera,
    lineState: () => state,
    onLineState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      const stopping = new AbortController();
      const silence = playSound(room);
      const stopChoosing = receiveOnlyShown(room);
      const deps = { line: lineOf(room), seat, random: Math.random, sleep, report };
      void keepConnected(deps, stopping.signal);
      leaveOnTime(seat, stopping.signal);
      return () => {
        stopping.abort();
        microphone.release();
        camera.release();
        silence();
        stopChoosing();
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
