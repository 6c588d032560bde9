import type { DeviceKind, SystemDevice } from '../../../shared/devices/system-facts.ts';
import { reallyOpen, type Opened } from '../../../shared/devices/opened-device.ts';
import { mediaDeviceKinds } from './media-device-kinds.ts';

/** The id of the system's default, whichever device that is. */
export const defaultId = 'default';

/**
 * `name` tells devices with one label apart by a number, « Casque USB (2) ». It is empty for the default whose device is not
 * known, and for all as long as the page may not open one.
 */
export type Device = { readonly id: string; readonly name: string };
export type DeviceList = Readonly<Record<DeviceKind, readonly Device[]>>;
type Found = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label' | 'groupId'>;

/**
 * The devices by kind, the default first. Chromium's « default » and « communications » stand for one of the others: they
 * are left out, unless nothing tells for which, as with PulseAudio (Chromium 130: the label is « Default », the group its
 * own) and several devices. Then the default comes first without a name, rather than a name that may be wrong.
 */
export function listDevices(found: readonly Found[]): DeviceList {
  const ofKind = (kind: DeviceKind): readonly Device[] => {
    const all = found.filter((device) => device.kind === mediaDeviceKinds[kind]);
    const real = all.filter(({ deviceId }) => deviceId !== defaultId && deviceId !== 'communications');
    const fallback = all.find(({ deviceId }) => deviceId === defaultId);
    const isDefault = (device: Found): boolean =>
      fallback !== undefined &&
      ((device.label !== '' && fallback.label.endsWith(device.label)) || fallback.groupId === device.groupId);
    const first = real.filter(isDefault);
    const others = real.filter((device) => !isDefault(device));
    const isUnknown = fallback !== undefined && first.length === 0 && others.length !== 1;
    return [
      ...(isUnknown ? [{ id: defaultId, name: '' }] : []),
      ...[...first, ...others].map((device) => ({ id: device.deviceId, name: nameAmong(real, device) })),
    ];
  };
  return { microphone: ofKind('microphone'), camera: ofKind('camera'), speaker: ofKind('speaker') };
}

/** Numbered by their ids, which stay theirs: the order of the list changes with what is plugged in. */
function nameAmong(all: readonly Found[], { deviceId, label }: Found): string {
  const same = all.filter((device) => device.label === label).map((device) => device.deviceId);
  if (label === '' || same.length === 1) return label;
  return `${label} (${same.toSorted().indexOf(deviceId) + 1})`;
}

/**
 * Which of the listed is open: what the browser says, unless the system knows that it reads another; undefined where nobody
 * can tell.
 */
export function findOpen(
  devices: readonly Device[],
  opened: Opened,
  told: readonly SystemDevice[] | null,
): Device | undefined {
  const really = reallyOpen(told, opened);
  if (really === 'unclear') return undefined;
  if (really !== 'as-said') return devices.find(({ id }) => id === really.id);
  const isDefault = opened.id === defaultId || opened.id === '';
  return devices.find(({ id }) => id === opened.id) ?? (isDefault ? devices[0] : undefined);
}

/**
 * The chosen one if it is still there, under another id too; undefined where it is not, or nothing was chosen. Numbers go by
 * the ids: where these are others now, nobody knows which of two of one model has which.
 */
export function findChosen(devices: readonly Device[], chosen: Device): Device | undefined {
  const isOfModel = ({ name }: Device): boolean => withoutNumber(name) === withoutNumber(chosen.name);
  const isAlone = devices.filter(isOfModel).length === 1;
  return (
    devices.find(({ id }) => id === chosen.id) ??
    devices.find(({ name }) => isAlone && name !== '' && name === chosen.name)
  );
}

const withoutNumber = (name: string): string => name.replace(/ \(\d+\)$/, '');

/** The device that will be used: the chosen one if it is still there, else the default. */
export const deviceInUse = (devices: readonly Device[], chosen: Device): Device | undefined =>
  findChosen(devices, chosen) ?? devices[0];
