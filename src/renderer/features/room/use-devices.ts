import { useEffect, useState } from 'react';

/** What is plugged in now; labels are empty while the browser has no permission. */
export function useDevices(): readonly MediaDeviceInfo[] {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const found = await navigator.mediaDevices.enumerateDevices();
      if (!gone) setDevices(found);
    };
    void look();
    const again = (): void => void look();
    navigator.mediaDevices.addEventListener('devicechange', again);
    return () => {
      gone = true;
      navigator.mediaDevices.removeEventListener('devicechange', again);
    };
  }, []);
  return devices;
}
