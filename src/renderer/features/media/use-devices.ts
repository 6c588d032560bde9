import { useCallback, useEffect, useState } from 'react';
import { listDevices, type DeviceList } from './device-list.ts';

/**
 * What is plugged in, followed as it changes, without opening anything; null until the first answer.
 * `opened`: the track just opened, if any, because names may be known only from then on and no event says so.
 */
export function useDevices(opened: MediaStreamTrack | null = null): DeviceList | null {
  const [devices, setDevices] = useState<DeviceList | null>(null);
  const look = useCallback(async (): Promise<void> => {
    setDevices(listDevices(await navigator.mediaDevices.enumerateDevices()));
  }, []);
  useEffect(() => {
    const lookAgain = (): void => void look();
    lookAgain();
    navigator.mediaDevices.addEventListener('devicechange', lookAgain);
    return () => navigator.mediaDevices.removeEventListener('devicechange', lookAgain);
  }, [look]);
  useEffect(() => {
    if (opened) void look();
  }, [opened, look]);
  return devices;
}
