import { RiComputerFill, RiComputerLine } from '@remixicon/react';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useOwnTrack, useRoomSession } from '../session/session-context.ts';
import { useSettings } from '../settings/settings-context.ts';
import { BarButton } from './BarButton.tsx';

// A telephone's browser has no `getDisplayMedia`.
const canShare = (): boolean =>
  typeof (navigator.mediaDevices as Partial<MediaDevices>).getDisplayMedia === 'function';

/** Shares a screen or a window, which main or the browser asks for, and stops it. Absent where nothing can be shared. */
export function ShareButton(): ReactNode {
  const { controls } = useWords().room;
  const { ownTracks, toasts } = useRoomSession();
  const { screen } = ownTracks;
  const state = useOwnTrack(screen);
  const isAllowed = useSyncExternalStore(screen.onChange, screen.isAllowed);
  const isOffered = useSettings((store) => store.settings.values.screenShare);
  if (!isOffered || !canShare()) return null;
  const isOn = state === 'on';
  const name = isOn ? controls.stopSharing : controls.shareScreen;
  const share = async (): Promise<void> => {
    if (!isAllowed) return toasts.tell(controls.mayNotShare);
    const shared = await screen.turnOn();
    if (!shared.ok && shared.error === 'not-captured') toasts.tell(controls.notCaptured);
  };
  return (
    <BarButton
      icon={isOn ? RiComputerFill : RiComputerLine}
      name={name}
      label={controls.screenShort}
      tooltip={isAllowed ? name : controls.mayNotShare}
      disabled={!isAllowed && !isOn}
      sharing={isOn}
      busy={state === 'opening'}
      onClick={() => void (isOn ? screen.turnOff() : share())}
    />
  );
}
