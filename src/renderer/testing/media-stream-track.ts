/** A track as WebRTC or a device gives it, without sound or picture: no DOM outside a browser has any. */
export class FakeMediaStreamTrack extends EventTarget {
  readonly kind: 'audio' | 'video';
  readonly id: string;
  readonly label: string;
  readonly #settings: MediaTrackSettings;
  #constraints: MediaTrackConstraints;
  readyState: MediaStreamTrackState = 'live';
  enabled = true;
  muted = false;
  contentHint = '';

  constructor(
    kind: 'audio' | 'video',
    { id = crypto.randomUUID(), label = '', settings = {}, constraints = {} }: Partial<Made> = {},
  ) {
    super();
    this.kind = kind;
    this.id = id;
    this.label = label;
    this.#settings = settings;
    this.#constraints = constraints;
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** The device is gone, or the other side sends no more: unlike `stop`, this is told. */
  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }

  clone(): FakeMediaStreamTrack {
    return new FakeMediaStreamTrack(this.kind, {
      label: this.label,
      settings: this.#settings,
      constraints: this.#constraints,
    });
  }

  getSettings = (): MediaTrackSettings => this.#settings;
  getConstraints = (): MediaTrackConstraints => this.#constraints;
  getCapabilities = (): MediaTrackCapabilities => ({});
  async applyConstraints(constraints: MediaTrackConstraints): Promise<void> {
    this.#constraints = constraints;
  }
}

type Made = {
  readonly id: string;
  readonly label: string;
  readonly settings: MediaTrackSettings;
  readonly constraints: MediaTrackConstraints;
};

/** For code that is typed for the browser's own. */
export const fakeTrack = (...made: ConstructorParameters<typeof FakeMediaStreamTrack>): MediaStreamTrack =>
  new FakeMediaStreamTrack(...made) as unknown as MediaStreamTrack;
