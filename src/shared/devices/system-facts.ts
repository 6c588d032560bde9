/** What can be in trouble. */
export const deviceKinds = ['microphone', 'camera', 'speaker'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/**
 * What refuses a device, where the system names it. Windows has three switches one above the other: of the computer, of
 * all apps, of desktop apps, and for few programs one of their own, `this-app`. `app`: this program's line (macOS).
 * `sandbox`: Flatpak or Snap keep it from the device. `group`: this user may not open the device's file (Linux).
 */
export type Refuser =
  'policy' | 'computer' | 'apps' | 'desktop-apps' | 'this-app' | 'app' | 'sandbox' | 'group';

/** A device as the sound server tells of it. */
export type SystemDevice = {
  /** The id by which this app's own page knows it (`deviceId`); null where that is not known. */
  readonly id: string | null;
  /** As the browser labels it. Two of one model have one label. */
  readonly label: string;
  /** Outside of this app: by the sound server, by a key of the keyboard. */
  readonly isMuted: boolean;
  /** What the sound server gives to whoever chooses none. */
  readonly isDefault: boolean;
  /** This app reads it, or plays on it, now. */
  readonly isOurs: boolean;
};

/** What the system says of one kind of device. Main reads it without opening a device and without asking anybody. */
export type SystemFacts = {
  /** `undecided`: the system will ask. `unknown`: it has no such switch, or does not tell. */
  readonly access: 'granted' | 'denied' | 'restricted' | 'undecided' | 'unknown';
  readonly refusedBy: Refuser | null;
  /** How many the system itself lists; null where it does not tell. */
  readonly present: number | null;
  /** Other programs that hold one now, as the user knows them; null where the system does not tell. */
  readonly heldBy: readonly string[] | null;
  /** Each of the kind, where the system tells more of them than the browser does; else null. */
  readonly devices: readonly SystemDevice[] | null;
  /** What plays and records on Linux. */
  readonly soundServer: 'pipewire' | 'pulseaudio' | 'none' | null;
  /** Values as the system gave them, for the report: statuses, registry values, modes of files. At most 40. */
  readonly raw: Readonly<Record<string, string>>;
};

/** Of a system that tells nothing (a browser, or while it is asked). */
export const nothingTold: SystemFacts = {
  access: 'unknown',
  refusedBy: null,
  present: null,
  heldBy: null,
  devices: null,
  soundServer: null,
  raw: {},
};
