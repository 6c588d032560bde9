import {
  LocalAudioTrack,
  LocalVideoTrack,
  RoomEvent,
  Track,
  type LocalTrack,
  type Room,
} from 'livekit-client';
import type { Bridge } from '../../bridge.ts';
import { chosenDevices } from '../media/chosen-devices.ts';
import { explainDevice, failedBy } from '../media/explain-device.ts';
import { openCamera, openMicrophone } from '../media/open-device.ts';
import type { SoundProcessing } from '../media/sound-processing.ts';
import type { MeetingStoreApi } from '../meeting/meeting-store.ts';
import { pageClock } from '../../ui/page-clock.ts';
import { createMediaRoom, lineOf } from './connect-room.ts';
import { keepConnected, type LineState } from './keep-connected.ts';
import { leaveOnTime } from './leave-on-time.ts';
import { createOwnTrack, type OwnTrack } from './own-track.ts';
import { playSound } from './play-sound.ts';
import { seatOf } from './seat.ts';
import { receiveOnlyShown } from './shown-tracks.ts';

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
  const publisher = createPublisher(room);
  const microphone = createOwnTrack({
    open: () => openMicrophone({ bridge, wanted: chosenDevices().microphone, processing: processing() }),
    wrap: wrapMicrophone,
    publish: publisher.publish,
    unpublish: publisher.unpublish,
    explain: (error) => explainDevice('microphone', failedBy(error), bridge),
  });
  const camera = createOwnTrack({
    open: () => openCamera({ bridge, wanted: chosenDevices().camera }),
    wrap: wrapCamera,
    publish: publisher.publish,
    unpublish: publisher.unpublish,
    explain: (error) => explainDevice('camera', failedBy(error), bridge),
  });
  publisher.serve({ [Track.Source.Microphone]: microphone, [Track.Source.Camera]: camera });

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

type Sources = Readonly<Partial<Record<Track.Source, OwnTrack>>>;

function createPublisher(room: Room) {
  // Publishing works from here on, before the media connection is up: that saves a round trip.
  let signalled = false;
  return {
    async publish(track: LocalTrack): Promise<void> {
      if (!signalled) return;
      try {
        await room.localParticipant.publishTrack(track, { source: track.source });
      } catch (error) {
        // Lost on the way: the next connection publishes it.
        if (signalled) throw error;
      }
    },
    unpublish(track: LocalTrack): void {
      const published = room.localParticipant.getTrackPublication(track.source);
      if (signalled && published?.track === track) void room.localParticipant.unpublishTrack(track);
    },
    serve(sources: Sources): void {
      room.on(RoomEvent.SignalConnected, () => {
        signalled = true;
        for (const own of Object.values(sources)) void own.republish();
      });
      room.on(RoomEvent.Disconnected, () => (signalled = false));
      room.on(RoomEvent.LocalTrackUnpublished, ({ source }) => {
        // Also sent, just before, for a lost connection (livekit-client 2.23): then the track is wanted again.
        queueMicrotask(() => {
          if (signalled && !room.localParticipant.getTrackPublication(source)) sources[source]?.release();
        });
      });
    },
  };
}

// Not « user provided »: LiveKit may then close a camera that is off, and take another microphone for one that is unplugged.
function wrapMicrophone(media: MediaStreamTrack): LocalTrack {
  // With no device named, LiveKit opens it anew without any constraint, and what the user set of its sound would be lost (2.23).
  const track = new LocalAudioTrack(media, { deviceId: 'default', ...media.getConstraints() }, false);
  track.source = Track.Source.Microphone;
  // livekit-client's own types are not written for exactOptionalPropertyTypes.
  return track as LocalTrack;
}

function wrapCamera(media: MediaStreamTrack): LocalTrack {
  const track = new LocalVideoTrack(media, media.getConstraints(), false);
  track.source = Track.Source.Camera;
  return track;
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
