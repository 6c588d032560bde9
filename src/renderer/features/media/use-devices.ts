import { useEffect, useState } from 'react';
import { listDevices, type DeviceList } from './device-list.ts';
import { followDevices } from './follow-devices.ts';

/**
 * What is plugged in, followed as it changes, without opening anything; null until the first answer.
 * `opened`: the track just opened, if any, because names may be known only from then on and no event says so.
 */
export function useDevices(opened: MediaStreamTrack | null = null): DeviceList | null {
  const [devices, setDevices] = useState<DeviceList | null>(null);
  useEffect(() => {
    const look = (): void => void tellDevices(setDevices);
    look();
    return followDevices(look);
  }, []);
  useEffect(() => {
    if (opened) void tellDevices(setDevices);
  }, [opened]);
  return devices;
}

async function tellDevices(tell: (devices: DeviceList) => void): Promise<void> {
  tell(listDevices(await navigator.mediaDevices.enumerateDevices()));
}
