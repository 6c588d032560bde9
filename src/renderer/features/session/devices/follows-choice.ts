import type { Overlay } from '../../../ui/navigation/navigation-store.ts';

/**
 * Told of what lies over the meeting, whenever that changes: whether its devices are to become the chosen ones now. At the
 * start, and when the page that shows them as used is closed. Not after the settings, say: a headset that came back to its
 * socket is offered, and whoever left it aside keeps what they have.
 */
export function followsChoice(): (overlay: Overlay | null) => boolean {
  let isDue = true;
  return (overlay) => {
    if (overlay?.name === 'devices') isDue = true;
    const isMade = isDue && overlay === null;
    if (isMade) isDue = false;
    return isMade;
  };
}
