import type { ReactNode } from 'react';
import { unreachable } from '../../shared/result.ts';
import { useMeeting } from '../features/meeting/meeting-context.ts';
import { useNavigation, useOverlay } from '../ui/navigation/navigation-context.ts';
import { pages } from './load-pages.ts';
import { OtherMeeting } from './OtherMeeting.tsx';
import { RefusedLink } from './RefusedLink.tsx';

/** What lies over the page and waits for an answer. */
export function CurrentOverlay(): ReactNode {
  const overlay = useOverlay();
  const inMeeting = useMeeting((store) => store.phase.name === 'in-room');
  const { close } = useNavigation().getState();
  switch (overlay?.name) {
    case undefined:
      return null;
    case 'other-meeting':
      return <OtherMeeting link={overlay.link} onClose={close} />;
    case 'link-refused':
      return <RefusedLink failure={overlay.failure} onClose={close} />;
    case 'devices':
      return <pages.devices.Page trouble={overlay.trouble} onClose={close} />;
    case 'accessibility':
      return <pages.accessibility.Page onClose={close} />;
    case 'shortcuts':
      return <pages.shortcuts.Page onClose={close} />;
    case 'settings':
      return <pages.settings.Page inMeeting={inMeeting} onClose={close} />;
    default:
      return unreachable(overlay);
  }
}
