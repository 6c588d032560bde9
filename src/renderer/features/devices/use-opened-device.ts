import { useCallback, useEffect, useState } from 'react';
import type { MediaKind } from '../../../shared/ipc.ts';
import { useBridge } from '../../bridge-context.ts';
import type { DeviceTrouble } from '../../device-trouble.ts';
import { chooseDevice, chosenDevices } from '../media/chosen-devices.ts';
import { openCamera, openMicrophone } from '../media/open-device.ts';

type Opened =
  | { readonly name: 'opening' }
  | { readonly name: 'open'; readonly track: MediaStreamTrack }
  | { readonly name: 'trouble'; readonly trouble: DeviceTrouble };

type OpenedDevice = {
  readonly chosenId: string;
  readonly opened: Opened;
  readonly choose: (deviceId: string) => void;
  readonly retry: () => void;
};

/** Keeps the chosen device of this kind open while a page shows it; one that was missing opens when it is plugged in. */
export function useOpenedDevice(kind: MediaKind): OpenedDevice {
  const bridge = useBridge();
  // An object, so that the same device can be wanted again.
  const [wanted, setWanted] = useState(() => ({ id: chosenDevices()[kind] }));
  const [outcome, setOutcome] = useState<{ readonly of: object; readonly opened: Opened } | null>(null);
  const opened: Opened = outcome?.of === wanted ? outcome.opened : { name: 'opening' };
  const retry = useCallback(() => setWanted(({ id }) => ({ id })), []);

  useEffect(() => {
    let gone = false;
    let track: MediaStreamTrack | null = null;
    const tell = (result: Opened): void => setOutcome({ of: wanted, opened: result });
    const open = kind === 'microphone' ? openMicrophone : openCamera;
    const chosen = { microphone: wanted.id, camera: wanted.id };
    void open(bridge, navigator.mediaDevices, chosen).then((result) => {
      if (gone) return result.ok ? result.value.stop() : undefined;
      if (!result.ok) return tell({ name: 'trouble', trouble: result.error });
      track = result.value;
      // The browser ends a track when its device is pulled out.
      track.addEventListener('ended', () =>
        tell({ name: 'trouble', trouble: { kind, code: 'device-missing' } }),
      );
      return tell({ name: 'open', track });
    });
    return () => {
      gone = true;
      track?.stop();
    };
  }, [bridge, kind, wanted]);

  const missing = opened.name === 'trouble' && opened.trouble.code === 'device-missing';
  useEffect(() => {
    if (!missing) return undefined;
    navigator.mediaDevices.addEventListener('devicechange', retry);
    return () => navigator.mediaDevices.removeEventListener('devicechange', retry);
  }, [missing, retry]);

  return {
    chosenId: wanted.id,
    opened,
    choose: (id) => {
      chooseDevice(kind, id);
      setWanted({ id });
    },
    retry,
  };
}
