import { useEffect, useRef, useState } from 'react';
import type { Overlay } from '../../../ui/navigation/navigation-store.ts';
import { followsChoice } from './follows-choice.ts';
import { useRoomSession } from '../session-context.ts';
import { followChosenDevices } from './switch-device.ts';

/**
 * Uses what was chosen before the meeting, and on the page of the devices once nothing lies over the meeting any more.
 * `onFailed`: it does not open.
 */
export function useFollowChoice(overlay: Overlay | null, onFailed: () => void): void {
  const session = useRoomSession();
  const told = useRef(onFailed);
  const [isChoiceMade] = useState(followsChoice);
  useEffect(() => {
    told.current = onFailed;
  });
  useEffect(() => {
    if (!isChoiceMade(overlay)) return;
    void followChosenDevices(session).then((isFine) => void (isFine || told.current()));
  }, [overlay, session, isChoiceMade]);
}
