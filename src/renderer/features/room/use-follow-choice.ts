import { useEffect, useRef } from 'react';
import type { Overlay } from '../meeting/meeting-store.ts';
import { useRoomSession } from './room-context.ts';
import { followChosenDevices } from './switch-device.ts';

/** Uses what was chosen on the page of the devices, once nothing lies over the meeting any more. `onFailed`: it does not open. */
export function useFollowChoice(overlay: Overlay, onFailed: () => void): void {
  const session = useRoomSession();
  const told = useRef(onFailed);
  useEffect(() => {
    told.current = onFailed;
  });
  useEffect(() => {
    if (overlay !== null) return;
    void followChosenDevices(session).then((isFine) => void (isFine || told.current()));
  }, [overlay, session]);
}
