import {
  AudioPresets,
  ConnectionState,
  DefaultReconnectPolicy,
  DisconnectReason,
  Room,
  RoomEvent,
} from 'livekit-client';
import type { RoomAdmission } from '../../../../shared/calls/meeting.ts';

/** Why a connection that was up is gone: the same person came in from elsewhere, or anything else. */
export type ConnectionLoss = 'replaced' | 'lost';

/** What `keepConnected` needs of a LiveKit room. */
export type MediaConnection = {
  /** Whether we are in; false when the media server refused or cannot be reached, whatever its reason. */
  connect(admission: RoomAdmission): Promise<boolean>;
  /** Resolves when livekit-client has given up the connection that `connect` made. */
  lost(): Promise<ConnectionLoss>;
  /** Resolves once the connection has been in need of repair for so many ms, or when told to stop. */
  troubledFor(ms: number, stop: AbortSignal): Promise<void>;
  /** Whether the connection is in need of repair now. */
  isTroubled(): boolean;
  /** Leaves; our own microphone and camera stay open for the next `connect`. */
  disconnect(): Promise<void>;
};

// Ms before each try of livekit-client to resume. Shorter than its own 47 s: after these the service is asked, and a
// fresh admission brings people back to a restarted media server sooner.
const resumeDelays = [0, 300, 1200, 2700, 3000, 3000, 3000];

/** `speakerId` is one of `enumerateDevices`, `''` the system's default. */
export const createMediaRoom = (speakerId: string): Room =>
  new Room({
    adaptiveStream: true,
    dynacast: true,
    // Connecting needs one connection instead of two; publishing later only renegotiates (50–60 ms).
    singlePeerConnection: true,
    disconnectOnPageLeave: true,
    // One audio element for each participant: we leave the volume alone, and the speakers can be chosen.
    webAudioMix: false,
    // The microphone stays open when the connection is lost, and the next connection publishes it again.
    stopLocalTrackOnUnpublish: false,
    reconnectPolicy: new DefaultReconnectPolicy(resumeDelays),
    publishDefaults: { audioPreset: AudioPresets.speech },
    ...(speakerId === '' ? {} : { audioOutput: { deviceId: speakerId } }),
  });

export function connectionOf(room: Room): MediaConnection {
  return {
    async connect(admission) {
      try {
        // STUN and TURN servers are whatever the operator's media server hands out: no rtcConfig of ours.
        await room.connect(admission.livekitUrl, admission.livekitToken);
        return true;
      } catch {
        // livekit-client (2.23) gives the same or a wrong reasonName for a full room, a room that moved and an expired token:
        // we ask the service instead. The message may quote the token, so it is not even logged.
        return false;
      }
    },
    lost: () =>
      new Promise((resolve) => {
        room.once(RoomEvent.Disconnected, (reason) =>
          resolve(reason === DisconnectReason.DUPLICATE_IDENTITY ? 'replaced' : 'lost'),
        );
      }),
    isTroubled: () => room.state !== ConnectionState.Connected,
    troubledFor: (ms, stop) =>
      new Promise((resolve) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const look = (): void => {
          clearTimeout(timer);
          if (room.state !== ConnectionState.Connected) timer = setTimeout(end, ms);
        };
        const end = (): void => {
          clearTimeout(timer);
          room.off(RoomEvent.ConnectionStateChanged, look);
          stop.removeEventListener('abort', end);
          resolve();
        };
        room.on(RoomEvent.ConnectionStateChanged, look);
        stop.addEventListener('abort', end);
        if (stop.aborted) end();
        else look();
      }),
    disconnect: () => room.disconnect(false),
  };
}
