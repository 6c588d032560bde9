import {
  JoinRequest,
  JoinResponse,
  LeaveRequest,
  LeaveRequest_Action,
  type ParticipantInfo,
  type Room,
  SessionDescription,
  SignalRequest,
  SignalResponse,
  TrackInfo,
  TrackPublishedResponse,
  TrackType,
  WrappedJoinRequest,
} from '@livekit/protocol';
import { inLaterTurn } from '../../../testing/settled.ts';
import { FakePeerConnection } from './fake-peer-connection.ts';
import { listenAt, type FakeSocket } from './fake-socket.ts';

type Reply = SignalResponse['message'];
type Asked = SignalRequest['message'];

/** Who is in the room, as the media server sees it. The one who connects is `self`. */
export type MediaServerState = {
  readonly room: Room;
  readonly self: ParticipantInfo;
  readonly others: ReadonlyMap<string, ParticipantInfo>;
};

let made = 0;

/**
 * A LiveKit server for one room and one app, at LiveKit's own protocol: livekit-client connects to it, publishes, subscribes,
 * reconnects. Media is tracks without content.
 */
export function createMediaServer(state: () => MediaServerState) {
  made += 1;
  const url = `wss://media-${made}.example`;
  let isDown = false;
  let isDeaf = false;
  /** Who connects meanwhile waits for the first word. */
  let held: FakeSocket | null = null;
  let socket: FakeSocket | null = null;
  let connection: FakePeerConnection | undefined;
  /** What takes a track away again, by its sid. */
  const sent = new Map<string, () => void>();
  /** Tracks of others that the app does not want. */
  const unwanted = new Set<string>();
  const requests: Asked[] = [];

  const send = (message: Reply): void => socket?.deliver(new SignalResponse({ message }).toBinary());

  function answer(offer: { readonly sdp: string; readonly id: number }): void {
    connection = FakePeerConnection.ofOffer(offer.sdp);
    send({ case: 'answer', value: new SessionDescription({ type: 'answer', sdp: offer.sdp, id: offer.id }) });
    sendTracksSoon();
  }

  // What is published is told before, and read in later turns.
  const sendTracksSoon = (): void => inLaterTurn(sendTracks);

  /** Starts to send whatever is published and wanted, and stops the rest. */
  function sendTracks(): void {
    const published = new Map(
      [...state().others.values()].flatMap((of) => of.tracks.map((track) => [track.sid, { of, track }])),
    );
    const isDue = (sid: string): boolean => published.has(sid) && (isDeaf || !unwanted.has(sid));
    for (const [sid, stop] of sent) {
      if (isDue(sid)) continue;
      sent.delete(sid);
      stop();
    }
    for (const [sid, { of, track }] of published) {
      if (!connection || sent.has(sid) || !isDue(sid)) continue;
      const kind = track.type === TrackType.AUDIO ? 'audio' : 'video';
      sent.set(sid, connection.receive(kind, { streamId: `${of.sid}|${sid}`, trackId: sid }));
    }
  }

  async function welcome(joining: FakeSocket): Promise<void> {
    const request = await readJoinRequest(joining.url);
    socket = joining;
    sent.clear();
    unwanted.clear();
    const { room, self, others } = state();
    const join = { room, participant: self, otherParticipants: [...others.values()], ...serverSays };
    send({ case: 'join', value: new JoinResponse(join) });
    if (request.publisherOffer) answer(request.publisherOffer);
  }

  function receive(bytes: Uint8Array): void {
    const { message } = SignalRequest.fromBinary(bytes);
    requests.push(message);
    if (message.case === 'offer') answer(message.value);
    if (message.case === 'addTrack') {
      const { cid, name, type, source, muted } = message.value;
      const track = new TrackInfo({ sid: `TR_${cid}`, name, type, source, muted });
      send({ case: 'trackPublished', value: new TrackPublishedResponse({ cid, track }) });
    }
    if (message.case === 'subscription') {
      const { trackSids, subscribe } = message.value;
      trackSids.forEach((sid) => (subscribe ? unwanted.delete(sid) : unwanted.add(sid)));
      sendTracksSoon();
    }
  }

  listenAt(url, {
    accept(joining) {
      if (isDown) held = joining;
      else void welcome(joining);
    },
    receive,
  });

  return {
    url,
    /** All that the app has asked, the latest last. */
    requests,
    send,
    /** To be called when somebody's tracks have changed. */
    sendTracks: sendTracksSoon,
    /** From now on it sends every track, whatever the app wants. */
    sendUnasked(): void {
      isDeaf = true;
      sendTracksSoon();
    },
    /** As a LiveKit server that restarts: livekit-client connects anew at once, and waits for it until `comeBack`. */
    goDown(): void {
      isDown = true;
      send({ case: 'leave', value: new LeaveRequest({ action: LeaveRequest_Action.RECONNECT }) });
    },
    comeBack(): void {
      isDown = false;
      if (held) void welcome(held);
      held = null;
    },
  };
}

/** A version and pauses that livekit-client wants to know. */
const serverSays = {
  serverInfo: { version: '1.9.0', protocol: 16 },
  pingInterval: 3600,
  pingTimeout: 3600,
} as const;

/** As livekit-client writes it into the address. */
async function readJoinRequest(url: string): Promise<JoinRequest> {
  const text = new URL(url).searchParams.get('join_request') ?? '';
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );
  const zipped = new DecompressionStream('gzip');
  const writer = zipped.writable.getWriter();
  void writer.write(Uint8Array.from(WrappedJoinRequest.fromBinary(bytes).joinRequest));
  void writer.close();
  const chunks: number[] = [];
  for await (const chunk of zipped.readable as unknown as AsyncIterable<Uint8Array>) chunks.push(...chunk);
  return JoinRequest.fromBinary(Uint8Array.from(chunks));
}
