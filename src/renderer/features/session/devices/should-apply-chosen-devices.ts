import type { Overlay } from '../../../ui/navigation/navigation-store.ts';

/**
 * The returned function is called with each new overlay, and says whether the meeting must now switch to the chosen devices:
 * at the start, and when the devices page is closed. Not after other overlays, the settings for example: a headset that is
 * plugged in again is offered, and a user who declines it keeps the current devices.
 */
export function createShouldApplyChosenDevices(): (overlay: Overlay | null) => boolean {
  let isDue = true;
  return (overlay) => {
    if (overlay?.name === 'devices') isDue = true;
    const isMade = isDue && overlay === null;
    if (isMade) isDue = false;
    return isMade;
  };
}
