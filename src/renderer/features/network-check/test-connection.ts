import { ConnectionError, Room, RoomEvent, Track } from 'livekit-client';
import type { CallOutput } from '../../../shared/ipc.ts';
import { candidateTransports } from './candidate-transports.ts';
import { readStats, type MediaStats } from './media-stats.ts';
import type { CodeOf } from './results.ts';
import { makeTone } from './tone.ts';

export type Grant = CallOutput<'network:check'>;
/** What the media server offers; relays are known from the first word on, direct ways only once it has named them. */
export type Offers = { readonly udp: boolean; readonly tcp: boolean; readonly turn: boolean };

/** One connection to the media server that sends a tone, as a meeting would send a voice. */
export type TestConnection = {
  /** How the WebSocket went. */
  readonly signalled: Promise<CodeOf<'websocket'>>;
  /** Whether media have a way. */
  readonly connected: Promise<boolean>;
  stats(): Promise<MediaStats>;
  offers(): Offers;
  /** From now on the server offers TCP alone: the connection is made anew. */
  forceTcp(): Promise<void>;
  /** Ends it, whatever it was doing. */
  hangUp(): Promise<void>;
};

/** Gives up by itself after `ms`. `relayOnly`: the direct ways are left out. */
export function openTestConnection(
  { livekitUrl, livekitToken }: Grant,
  relayOnly: boolean,
  ms: number,
): TestConnection {
  // One connection, as in a meeting.
  const room = new Room({ singlePeerConnection: true, stopLocalTrackOnUnpublish: false });
  const tone = makeTone();
  const signalled = Promise.withResolvers<CodeOf<'websocket'>>();
  let engine: Room['engine'] | null = null;

  room.on(RoomEvent.SignalConnected, () => {
    engine = room.engine;
    signalled.resolve('ok');
    // As a meeting does: before media have a way. What fails here is seen by nothing arriving.
    if (!room.localParticipant.getTrackPublication(Track.Source.Microphone))
      void room.localParticipant
        .publishTrack(tone.track, { source: Track.Source.Microphone, dtx: false })
        .catch(() => undefined);
  });
  const connected = room
    .connect(livekitUrl, livekitToken, {
      maxRetries: 0,
      websocketTimeout: ms,
      peerConnectionTimeout: ms,
      ...(relayOnly ? { rtcConfig: { iceTransportPolicy: 'relay' } } : {}),
    })
    .then(
      () => true,
      (error: unknown) => {
        signalled.resolve(codeOf(error));
        return false;
      },
    );
  const sender = (): RTCRtpSender | undefined =>
    room.localParticipant.getTrackPublication(Track.Source.Microphone)?.track?.sender;

  return {
    signalled: signalled.promise,
    connected,
    async stats() {
      const report = await sender()?.getStats();
      return report ? readStats(report) : { path: null, arrival: 'no-report' };
    },
    offers() {
      const servers = engine?.latestJoinResponse?.iceServers ?? [];
      const turn = servers.some(({ urls }) => urls.some((url) => url.startsWith('turn')));
      return { ...candidateTransports(engine?.pcManager?.publisher.getRemoteDescription()?.sdp ?? ''), turn };
    },
    forceTcp: () => room.simulateScenario('force-tcp'),
    hangUp() {
      tone.stop();
      return room.disconnect();
    },
  };
}

/** The message of livekit-client's error quotes the token: its numbers say as much. */
function codeOf(error: unknown): CodeOf<'websocket'> {
  if (!(error instanceof ConnectionError)) return 'time-out';
  const { reason, status } = error;
  return typeof status === 'number' ? `livekit-${reason}-${status}` : `livekit-${reason}`;
}
