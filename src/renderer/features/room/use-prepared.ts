import { useEffect, useState } from 'react';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { isGranted } from '../media/is-granted.ts';
import type { OwnTrack } from './own-track.ts';
import { useLineState } from './room-context.ts';

/**
 * Opens a device for its preview, once connected and only where that asks nobody anything; what it hears or sees goes
 * nowhere. Returns why it does not open.
 */
export function usePrepared(
  own: OwnTrack,
  kind: 'microphone' | 'camera',
  isWanted: boolean,
): Diagnosis | null {
  const [trouble, setTrouble] = useState<Diagnosis | null>(null);
  // Not before: opening a device competes with connecting for the processor.
  const isReady = useLineState() === 'connected' && isWanted;
  useEffect(() => {
    if (!isReady) return undefined;
    let isOver = false;
    void (async () => {
      if (!(await isGranted(kind)) || isOver) return;
      const prepared = await own.prepare();
      if (!isOver) setTrouble(!prepared.ok && prepared.error !== 'released' ? prepared.error : null);
    })();
    return () => {
      isOver = true;
    };
  }, [own, kind, isReady]);
  return trouble;
}
