import { useEffect, useState } from 'react';
import { listDevices, type DeviceList } from './device-list.ts';

/** What is plugged in, followed as it changes, without opening anything; null until the first answer. */
export function useDevices(): DeviceList | null {
  const [devices, setDevices] = useState<DeviceList | null>(null);
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const found = await navigator.mediaDevices.enumerateDevices();
      if (!gone) setDevices(listDevices(found));
    };
    const lookAgain = (): void => void look();
    lookAgain();
    navigator.mediaDevices.addEventListener('devicechange', lookAgain);
    return () => {
      gone = true;
      navigator.mediaDevices.removeEventListener('devicechange', lookAgain);
    };
  }, []);
  return devices;
}
