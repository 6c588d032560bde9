import { useEffect, useRef, useState } from 'react';
import { useOverlay } from '../../../ui/navigation/navigation-context.ts';
import { useWords } from '../../../ui/words-context.ts';
import { followsChoice } from './follows-choice.ts';
import { useRoomSession } from '../session-context.ts';
import { followChosenDevices } from './switch-device.ts';

/**
 * Uses what was chosen before the meeting, and on the page of the devices once nothing lies over the meeting any more. What
 * does not open is told.
 */
export function useFollowChoice(): void {
  const session = useRoomSession();
  const overlay = useOverlay();
  const { deviceNotSwitched } = useWords().room.controls;
  const notSwitched = useRef(deviceNotSwitched);
  const [isChoiceMade] = useState(followsChoice);
  useEffect(() => {
    notSwitched.current = deviceNotSwitched;
  });
  useEffect(() => {
    if (!isChoiceMade(overlay)) return;
    void followChosenDevices(session).then(
      (isFine) => void (isFine || session.toasts.tell(notSwitched.current)),
    );
  }, [overlay, session, isChoiceMade]);
}
