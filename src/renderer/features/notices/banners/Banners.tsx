import { RiCloseLine } from '@remixicon/react';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../../ui/words-context.ts';
import type { DeviceNotices } from '../use-device-notices.ts';
import '../notices.css';
import { chooseBanner, type ClosedBanners } from './banner-list.ts';
import { useBannerState } from './use-banner-state.ts';

type Props = { readonly devices: DeviceNotices };

/** Under the top bar, one at a time. The place is always there, so that screen readers hear what comes into it. */
export function Banners({ devices }: Props): ReactNode {
  const words = useWords();
  const state = useBannerState(devices);
  const [closed, setClosed] = useState<ClosedBanners>(new Map());
  const banner = chooseBanner(state, closed);
  if (!banner) return <div role="status" className="banners" />;
  const { name, severity, Icon, text, action, close, occasion } = banner;
  const hide = occasion ? () => setClosed(new Map(closed).set(name, occasion(state))) : undefined;
  const onClose = close ? () => close(state) : hide;
  return (
    <div role="status" className="banners">
      <div className={`banner banner--${severity}`}>
        <Icon size={20} aria-hidden />
        <p>{text(words, state)}</p>
        {action && (
          <button type="button" className="fr-btn fr-btn--sm" onClick={() => action.run(state)}>
            {action.label(words)}
          </button>
        )}
        {onClose && <CloseButton onClose={onClose} />}
      </div>
    </div>
  );
}

function CloseButton({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { close } = useWords().room.banners;
  return (
    <button type="button" className="icon-button" aria-label={close} onClick={onClose}>
      <RiCloseLine size={20} aria-hidden />
      <span className="room-tooltip" aria-hidden>
        {close}
      </span>
    </button>
  );
}
