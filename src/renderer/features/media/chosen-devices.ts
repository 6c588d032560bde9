export type DeviceKind = 'microphone' | 'camera' | 'speaker';

/** The ids that `enumerateDevices` gives; `''` is the system's default. */
export type ChosenDevices = Readonly<Record<DeviceKind, string>>;

/** The kinds of the Media Capture specification, by ours. */
export const mediaDeviceKinds = {
  microphone: 'audioinput',
  camera: 'videoinput',
  speaker: 'audiooutput',
} as const satisfies Record<DeviceKind, MediaDeviceKind>;

const keyOf = (kind: DeviceKind): string => `visio.device.${kind}`;

/** What this person chose the last time; whether it is still plugged in is for whoever opens it to find out. */
export const chosenDevices = (storage: Pick<Storage, 'getItem'> = localStorage): ChosenDevices => ({
  microphone: storage.getItem(keyOf('microphone')) ?? '',
  camera: storage.getItem(keyOf('camera')) ?? '',
  speaker: storage.getItem(keyOf('speaker')) ?? '',
});

export const chooseDevice = (
  kind: DeviceKind,
  deviceId: string,
  storage: Pick<Storage, 'setItem'> = localStorage,
): void => storage.setItem(keyOf(kind), deviceId);
