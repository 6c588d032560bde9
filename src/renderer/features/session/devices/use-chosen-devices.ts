import { useEffect, useRef, useState } from 'react';
import { useOverlay } from '../../../ui/navigation/navigation-context.ts';
import { useWords } from '../../../ui/words-context.ts';
import { createShouldApplyChosenDevices } from './should-apply-chosen-devices.ts';
import { useRoomSession } from '../session-context.ts';
import { followChosenDevices } from './switch-device.ts';

/**
 * Switches the meeting to the devices that were chosen before it, and to those chosen on the devices page once that is closed.
 * A toast tells when one does not open.
 */
export function useChosenDevices(): void {
  const session = useRoomSession();
  const overlay = useOverlay();
  const { deviceNotSwitched } = useWords().room.controls;
  const notSwitched = useRef(deviceNotSwitched);
  const [isChoiceDue] = useState(createShouldApplyChosenDevices);
  useEffect(() => {
    notSwitched.current = deviceNotSwitched;
  });
  useEffect(() => {
    if (!isChoiceDue(overlay)) return;
    void followChosenDevices(session).then(
      (isFine) => void (isFine || session.toasts.tell(notSwitched.current)),
    );
  }, [overlay, session, isChoiceDue]);
}
