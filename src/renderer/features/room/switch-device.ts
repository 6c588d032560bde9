import type { Room } from 'livekit-client';
import { chooseDevice, chosenDevices, mediaDeviceKinds, type DeviceKind } from '../media/chosen-devices.ts';

/** Uses another device at once and remembers it; false if it does not open, and then nothing has changed. */
export async function switchDevice(room: Room, kind: DeviceKind, deviceId: string): Promise<boolean> {
  try {
    await room.switchActiveDevice(mediaDeviceKinds[kind], deviceId);
    chooseDevice(kind, deviceId);
    return true;
  } catch {
    return false;
  }
}

/** Follows what was chosen elsewhere, on the page of the devices. */
export async function followChosenDevices(room: Room): Promise<void> {
  for (const [kind, deviceId] of Object.entries(chosenDevices()) as [DeviceKind, string][]) {
    const active = room.getActiveDevice(mediaDeviceKinds[kind]);
    if (deviceId !== '' && deviceId !== active) await switchDevice(room, kind, deviceId);
  }
}
