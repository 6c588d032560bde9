/** The other end of a connection to the media server. */
export type Peer = {
  accept(socket: FakeSocket): void;
  receive(bytes: Uint8Array): void;
};

// Where nobody listens, connecting fails.
const peers = new Map<string, Peer>();

/** From now on, whoever connects to this origin (`wss://…`) reaches `peer`. */
export const listenAt = (origin: string, peer: Peer): void => void peers.set(origin, peer);

/** Stands in for the browser's WebSocket; the messages arrive, in order, at whoever listens at that origin. */
export class FakeSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly url: string;
  readonly protocol = '';
  readonly extensions = '';
  readonly #peer: Peer | undefined;
  binaryType = 'blob';
  readyState: number = FakeSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;

  constructor(url: string) {
    super();
    this.url = url;
    this.#peer = peers.get(new URL(url).origin);
    queueMicrotask(() => this.#open());
  }

  send(bytes: ArrayBuffer): void {
    // Copied, as on the wire.
    const sent = new Uint8Array(bytes).slice();
    queueMicrotask(() => this.#peer?.receive(sent));
  }

  /** A message of the server arrives. */
  deliver(bytes: Uint8Array): void {
    if (this.readyState !== FakeSocket.OPEN) return;
    this.onmessage?.({ data: Uint8Array.from(bytes).buffer });
  }

  #open(): void {
    if (this.readyState !== FakeSocket.CONNECTING) return;
    if (!this.#peer) {
      this.dispatchEvent(new Event('error'));
      return this.close(1006);
    }
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
    this.#peer.accept(this);
  }

  close(code = 1000, reason = ''): void {
    if (this.readyState === FakeSocket.CLOSED) return;
    this.readyState = FakeSocket.CLOSED;
    const event = Object.assign(new Event('close'), { code, reason, wasClean: true }) as CloseEvent;
    this.dispatchEvent(event);
    this.onclose?.(event);
  }
}
