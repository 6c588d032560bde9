import { useEffect, useState } from 'react';
import type { MediaKind } from '../../../shared/ipc.ts';
import { useBridge } from '../../bridge-context.ts';
import type { DeviceTrouble } from '../../device-trouble.ts';
import { openCamera, openMicrophone } from '../media/open-device.ts';

export type Opened =
  | { readonly name: 'opening' }
  | { readonly name: 'open'; readonly track: MediaStreamTrack }
  | { readonly name: 'trouble'; readonly trouble: DeviceTrouble };

/**
 * Keeps the device of this kind open while the page shows it. Opens it again when `deviceId` changes, when it comes
 * back after it was unplugged, and on `retry`.
 */
export function useOpenedDevice(kind: MediaKind, deviceId: string): { opened: Opened; retry: () => void } {
  const bridge = useBridge();
  const [opened, setOpened] = useState<Opened>({ name: 'opening' });
  const [attempt, setAttempt] = useState(0);
  const retry = (): void => setAttempt((last) => last + 1);

  useEffect(() => {
    let gone = false;
    let track: MediaStreamTrack | null = null;
    const open = kind === 'microphone' ? openMicrophone : openCamera;
    setOpened({ name: 'opening' });
    void open(bridge, navigator.mediaDevices, { microphone: deviceId, camera: deviceId }).then((result) => {
      if (gone) return result.ok ? result.value.stop() : undefined;
      if (!result.ok) return setOpened({ name: 'trouble', trouble: result.error });
      track = result.value;
      // The browser ends a track when its device is pulled out.
      track.addEventListener('ended', () =>
        setOpened({ name: 'trouble', trouble: { kind, code: 'device-missing' } }),
      );
      return setOpened({ name: 'open', track });
    });
    return () => {
      gone = true;
      track?.stop();
    };
  }, [bridge, kind, deviceId, attempt]);

  const missing = opened.name === 'trouble' && opened.trouble.code === 'device-missing';
  useEffect(() => {
    if (!missing) return undefined;
    navigator.mediaDevices.addEventListener('devicechange', retry);
    return () => navigator.mediaDevices.removeEventListener('devicechange', retry);
  }, [missing]);

  return { opened, retry };
}
