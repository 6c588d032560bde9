import { mediaDeviceKinds, type DeviceKind } from './chosen-devices.ts';

export type Device = { readonly id: string; readonly name: string };
export type DeviceList = Readonly<Record<DeviceKind, readonly Device[]>>;
type Found = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label' | 'groupId'>;

/**
 * The devices by kind. Chromium's « default » and « communications » stand for one of the others and are left out;
 * the default's own entry comes first. Names are empty as long as the page was never allowed to open one.
 */
export function listDevices(found: readonly Found[]): DeviceList {
  const ofKind = (kind: DeviceKind): readonly Device[] => {
    const all = found.filter((device) => device.kind === mediaDeviceKinds[kind]);
    const real = all.filter(({ deviceId }) => deviceId !== 'default' && deviceId !== 'communications');
    const fallback = all.find(({ deviceId }) => deviceId === 'default');
    const isDefault = (device: Found): boolean =>
      fallback !== undefined &&
      (fallback.label.endsWith(device.label) || fallback.groupId === device.groupId);
    const listed = real.length > 0 ? [...real.filter(isDefault), ...real.filter((d) => !isDefault(d))] : all;
    return listed.map(({ deviceId, label }) => ({ id: deviceId, name: label }));
  };
  return { microphone: ofKind('microphone'), camera: ofKind('camera'), speaker: ofKind('speaker') };
}

/** The device that will be used: the chosen one if it is still there, else the default. */
export const deviceInUse = (devices: readonly Device[], chosenId: string): Device | undefined =>
  devices.find(({ id }) => id === chosenId) ?? devices[0];
