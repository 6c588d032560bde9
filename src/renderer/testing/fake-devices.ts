import { FakeMediaStreamTrack } from './media-stream-track.ts';

type Plugged = { readonly kind: MediaDeviceKind; readonly id: string; readonly label: string };

const usual: readonly Plugged[] = [
  { kind: 'audioinput', id: 'mic-1', label: 'Micro du portable' },
  { kind: 'videoinput', id: 'cam-1', label: 'Caméra du portable' },
  { kind: 'audiooutput', id: 'out-1', label: 'Haut-parleurs du portable' },
];

/** The devices of a computer, behaving as `navigator.mediaDevices` does. A portable's own three, until the test says otherwise. */
export class FakeDevices extends EventTarget {
  plugged: readonly Plugged[] = usual;
  /** Every device that was opened, the latest last. */
  readonly opened: FakeMediaStreamTrack[] = [];
  /** The name of the error with which devices do not open; null while they do. */
  refusal: string | null = null;
  /** The name of the error with which nothing can be shared, as where the user cancels; null while they choose something. */
  screenRefusal: string | null = null;
  /** What each opening waits for. */
  ready: Promise<unknown> = Promise.resolve();

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return this.plugged.map(({ kind, id, label }) => {
      const info = { kind, label, deviceId: id, groupId: '' };
      return { ...info, toJSON: () => info };
    });
  }

  async getUserMedia({ audio, video }: MediaStreamConstraints): Promise<MediaStream> {
    await this.ready;
    if (this.refusal !== null) throw new DOMException('', this.refusal);
    const tracks = [
      ...(audio ? [this.#open('audioinput', audio)] : []),
      ...(video ? [this.#open('videoinput', video)] : []),
    ];
    this.opened.push(...tracks);
    return new MediaStream(tracks as unknown as MediaStreamTrack[]);
  }

  async getDisplayMedia(): Promise<MediaStream> {
    await this.ready;
    if (this.screenRefusal !== null) throw new DOMException('', this.screenRefusal);
    const track = new FakeMediaStreamTrack('video', {
      label: 'Écran entier',
      settings: { width: 1280, height: 800 },
    });
    this.opened.push(track);
    return new MediaStream([track as unknown as MediaStreamTrack]);
  }

  /** Plugs in or out, and says so as browsers do. */
  change(plugged: readonly Plugged[]): void {
    this.plugged = plugged;
    this.dispatchEvent(new Event('devicechange'));
  }

  #open(kind: MediaDeviceKind, wanted: MediaTrackConstraints | true): FakeMediaStreamTrack {
    const constraints = wanted === true ? {} : wanted;
    const id = exactly(constraints.deviceId);
    const device = this.plugged.find((each) => each.kind === kind && (id === undefined || each.id === id));
    if (!device) throw new DOMException('', id === undefined ? 'NotFoundError' : 'OverconstrainedError');
    const settings = { deviceId: device.id, ...(kind === 'videoinput' && { width: 1280, height: 720 }) };
    return new FakeMediaStreamTrack(kind === 'audioinput' ? 'audio' : 'video', {
      label: device.label,
      settings,
      constraints,
    });
  }
}

const exactly = (wanted: ConstrainDOMString | undefined): string | undefined =>
  typeof wanted === 'object' && !Array.isArray(wanted) && typeof wanted.exact === 'string'
    ? wanted.exact
    : undefined;

/** Gives the page the usual devices, and returns them. */
export function stubDevices(): FakeDevices {
  const devices = new FakeDevices();
  Object.defineProperty(navigator, 'mediaDevices', { value: devices, configurable: true });
  return devices;
}

/** Those of the test that is running. */
export const devicesOfPage = (): FakeDevices => navigator.mediaDevices as unknown as FakeDevices;
