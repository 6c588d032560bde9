import { useEffect, useState } from 'react';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import type { MediaKind } from '../../../shared/calls/media.ts';
import { useBridge } from '../../bridge-context.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { explainDevice } from './explain-device.ts';
import { followDevices } from './follow-devices.ts';

/**
 * What can be said of a device without opening it: that there is none, or that it is refused; null until it is known. Looked
 * at again when something is plugged in or out, and when somebody comes back to the window, perhaps from the system's
 * settings.
 */
export function useDiagnosis(kind: MediaKind): Diagnosis | null {
  const bridge = useBridge();
  const [diagnosis, setDiagnosis] = useState<Diagnosis | null>(null);
  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      if (isOver) return;
      const found = await explainDevice(kind, { name: 'not-tried' }, bridge);
      if (!isOver) setDiagnosis(found);
    };
    const again = (): void => void look();
    // Main asks the system by programs of its own: not while the page is still being drawn.
    afterPaint(again);
    const unfollow = followDevices(again);
    window.addEventListener('focus', again);
    return () => {
      isOver = true;
      unfollow();
      window.removeEventListener('focus', again);
    };
  }, [bridge, kind]);
  return diagnosis;
}
