import type { Room } from 'livekit-client';
import type { DeviceKind } from '../../../shared/devices/system-facts.ts';
import { chooseDevice, chosenDevices, mediaDeviceKinds } from '../media/chosen-devices.ts';
import type { Device } from '../media/device-list.ts';

/** Uses another device at once and remembers it; false if it does not open, and then nothing has changed. */
export async function switchDevice(room: Room, kind: DeviceKind, device: Device): Promise<boolean> {
  try {
    await room.switchActiveDevice(mediaDeviceKinds[kind], device.id);
    chooseDevice(kind, device);
    return true;
  } catch {
    return false;
  }
}

/** Follows what was chosen elsewhere, on the page of the devices. */
export async function followChosenDevices(room: Room): Promise<void> {
  for (const [kind, device] of Object.entries(chosenDevices()) as [DeviceKind, Device][]) {
    const active = room.getActiveDevice(mediaDeviceKinds[kind]);
    if (device.id !== '' && device.id !== active) await switchDevice(room, kind, device);
  }
}
