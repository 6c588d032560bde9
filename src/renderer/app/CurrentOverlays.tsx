import { Suspense, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { unreachable } from '../../shared/result.ts';
import { useMeeting } from '../features/meeting/meeting-context.ts';
import { useNavigation } from '../ui/navigation/navigation-context.ts';
import type { Overlay } from '../ui/navigation/navigation-store.ts';
import { pages } from './load-pages.ts';
import { OtherMeeting } from './OtherMeeting.tsx';
import { RefusedLink } from './RefusedLink.tsx';

/** What lies over the page and waits for an answer, each over what it was opened from. */
export function CurrentOverlays(): ReactNode {
  const { overlay, below, back } = useStore(useNavigation());
  return [...below, ...(overlay ? [overlay] : [])].map((each) => (
    <Suspense key={each.name} fallback={null}>
      <AnyOverlay overlay={each} onClose={back} />
    </Suspense>
  ));
}

type Props = { readonly overlay: Overlay; readonly onClose: () => void };

function AnyOverlay({ overlay, onClose }: Props): ReactNode {
  const inMeeting = useMeeting((store) => store.phase.name === 'in-room');
  switch (overlay.name) {
    case 'other-meeting':
      return <OtherMeeting link={overlay.link} onClose={onClose} />;
    case 'link-refused':
      return <RefusedLink failure={overlay.failure} onClose={onClose} />;
    case 'devices':
      return <pages.devices.Page trouble={overlay.trouble} onClose={onClose} />;
    case 'accessibility':
      return <pages.accessibility.Page onClose={onClose} />;
    case 'shortcuts':
      return <pages.shortcuts.Page onClose={onClose} />;
    case 'settings':
      return <pages.settings.Page inMeeting={inMeeting} onClose={onClose} />;
    default:
      return unreachable(overlay);
  }
}
