import { FakeMediaStreamTrack, fakeTrack } from '../../../testing/media-stream-track.ts';

/**
 * Stands in for WebRTC, which no DOM outside a browser has: it reaches whomever answers its offers, and carries nothing. The
 * session id in its offers tells the media server which connection asks, so that it can send tracks on it.
 */
export class FakePeerConnection extends EventTarget {
  static readonly all: FakePeerConnection[] = [];
  /** The connection that made this offer. */
  static ofOffer(sdp: string): FakePeerConnection | undefined {
    const id = /^o=- (\d+) /m.exec(sdp)?.[1];
    return id === undefined ? undefined : FakePeerConnection.all[Number(id)];
  }

  readonly #id = FakePeerConnection.all.push(this) - 1;
  readonly #transceivers: RTCRtpTransceiver[] = [];
  connectionState: RTCPeerConnectionState = 'new';
  iceConnectionState: RTCIceConnectionState = 'new';
  signalingState: RTCSignalingState = 'stable';
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  onconnectionstatechange: (() => void) | null = null;
  oniceconnectionstatechange: (() => void) | null = null;
  onsignalingstatechange: (() => void) | null = null;
  ontrack: ((event: RTCTrackEvent) => void) | null = null;

  async createOffer(): Promise<RTCSessionDescriptionInit> {
    return { type: 'offer', sdp: `v=0\r\no=- ${this.#id} 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n` };
  }

  async setLocalDescription(description: RTCSessionDescriptionInit): Promise<void> {
    this.localDescription = description;
    this.#signal('have-local-offer');
  }

  async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    this.remoteDescription = description;
    this.#signal('stable');
    this.#connect('connected');
  }

  addTransceiver(trackOrKind: MediaStreamTrack | 'audio' | 'video'): RTCRtpTransceiver {
    const isKind = typeof trackOrKind === 'string';
    const transceiver = {
      mid: null,
      sender: new FakeSender(isKind ? null : trackOrKind),
      receiver: { track: fakeTrack(isKind ? trackOrKind : 'audio'), getStats: noStats },
      setCodecPreferences: () => undefined,
    } as unknown as RTCRtpTransceiver;
    this.#transceivers.push(transceiver);
    return transceiver;
  }

  removeTrack(sender: RTCRtpSender): void {
    void sender.replaceTrack(null);
  }

  createDataChannel(label: string): RTCDataChannel {
    return Object.assign(new EventTarget(), { label, readyState: 'open', close: () => undefined }) as never;
  }

  getTransceivers = (): readonly RTCRtpTransceiver[] => this.#transceivers;
  getSenders = (): readonly RTCRtpSender[] => this.#transceivers.map(({ sender }) => sender);
  getStats = noStats;
  setConfiguration = (): void => undefined;
  async addIceCandidate(): Promise<void> {}

  close(): void {
    this.signalingState = 'closed';
    this.connectionState = 'closed';
  }

  /** A track of somebody else arrives. Returns the function that takes it away again, as the media server does. */
  receive(kind: 'audio' | 'video', { streamId, trackId }: { streamId: string; trackId: string }): () => void {
    const track = new FakeMediaStreamTrack(kind, { id: trackId });
    const stream = new MediaStream([track as unknown as MediaStreamTrack]);
    Object.defineProperty(stream, 'id', { value: streamId });
    const receiver = { track, getStats: noStats, getSynchronizationSources: () => [] };
    this.ontrack?.({ track, streams: [stream], receiver } as never);
    return () => {
      track.end();
      stream.removeTrack(track as unknown as MediaStreamTrack);
    };
  }

  #signal(state: RTCSignalingState): void {
    this.signalingState = state;
    this.onsignalingstatechange?.();
  }

  #connect(state: 'connected'): void {
    if (this.connectionState === state) return;
    this.connectionState = state;
    this.iceConnectionState = state;
    this.oniceconnectionstatechange?.();
    this.onconnectionstatechange?.();
  }
}

/** Also what livekit-client asks for the codecs of the browser. */
export class FakeSender {
  static getCapabilities = (): RTCRtpCapabilities => ({ codecs: [], headerExtensions: [] });
  track: MediaStreamTrack | null;
  constructor(track: MediaStreamTrack | null) {
    this.track = track;
  }
  async replaceTrack(track: MediaStreamTrack | null): Promise<void> {
    this.track = track;
  }
  getParameters = () => ({ encodings: [{}], codecs: [], headerExtensions: [], rtcp: {}, transactionId: '' });
  async setParameters(): Promise<void> {}
  getStats = noStats;
}

async function noStats(): Promise<RTCStatsReport> {
  return new Map();
}
