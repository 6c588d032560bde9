import type { DeviceKind } from '../../../shared/devices/system-facts.ts';
import type { Device } from './device-list.ts';

/** What was chosen; with the id `''` nothing was, and the system's default is meant. */
export type ChosenDevices = Readonly<Record<DeviceKind, Device>>;

const idKey = (kind: DeviceKind): string => `visio.device.${kind}`;
/** A device may come back under another id, in another socket: then it is known by its name. */
const nameKey = (kind: DeviceKind): string => `visio.device-name.${kind}`;

/** What this person chose the last time; whether it is still plugged in is for whoever opens it to find out. */
export function chosenDevices(storage: Pick<Storage, 'getItem'> = localStorage): ChosenDevices {
  const chosen = (kind: DeviceKind): Device => ({
    id: storage.getItem(idKey(kind)) ?? '',
    name: storage.getItem(nameKey(kind)) ?? '',
  });
  return { microphone: chosen('microphone'), camera: chosen('camera'), speaker: chosen('speaker') };
}

export function chooseDevice(
  kind: DeviceKind,
  { id, name }: Device,
  storage: Pick<Storage, 'setItem'> = localStorage,
): void {
  storage.setItem(idKey(kind), id);
  storage.setItem(nameKey(kind), name);
}
