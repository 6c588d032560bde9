import { useEffect, useState } from 'react';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import type { MediaKind } from '../../../shared/calls/media.ts';
import { useBridge } from '../../bridge-context.ts';
import { usePlatform } from '../../platform-context.ts';
import { followDevices } from '../media/follow-devices.ts';
import { isGranted } from '../media/is-granted.ts';
import type { OwnTrack } from '../session/own-tracks/own-track.ts';
import { useConnectionStatus } from '../session/session-context.ts';

/**
 * Opens a device for its preview, once connected and only where that asks nobody anything; what it hears or sees goes
 * nowhere. Returns why it does not open, and tries again when something is plugged in, and when somebody comes back to the
 * window, perhaps from the system's settings.
 */
export function usePreview(own: OwnTrack, kind: MediaKind, isWanted: boolean): Diagnosis | null {
  const bridge = useBridge();
  const { can } = usePlatform();
  const [trouble, setTrouble] = useState<Diagnosis | null>(null);
  // Not before: opening a device competes with connecting for the processor.
  const isReady = useConnectionStatus() === 'connected' && isWanted;
  useEffect(() => {
    if (!isReady) return undefined;
    let isOver = false;
    let hasFailed = false;
    const prepare = async (): Promise<void> => {
      hasFailed = false;
      if (!(await isGranted(kind, { bridge, can })) || isOver) return;
      const prepared = await own.prepare();
      if (isOver) return;
      const why = !prepared.ok && typeof prepared.error !== 'string' ? prepared.error : null;
      hasFailed = why !== null;
      setTrouble(why);
    };
    // Only after a failure: a user who has turned it off in the meantime does not want it.
    const again = (): void => void (hasFailed && prepare());
    void prepare();
    const unfollow = followDevices(again);
    window.addEventListener('focus', again);
    return () => {
      isOver = true;
      unfollow();
      window.removeEventListener('focus', again);
    };
  }, [own, kind, bridge, can, isReady]);
  return trouble;
}
