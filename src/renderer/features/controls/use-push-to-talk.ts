import { useEffect, useRef } from 'react';
import { useNavigation } from '../../ui/navigation/navigation-context.ts';
import type { OwnTrack } from '../session/own-tracks/own-track.ts';
import { createPushToTalk, type PushToTalk } from './push-to-talk.ts';

/**
 * Space talks while it is held, where no control has the focus that would want it. `turnOn` and `onLatched` are told as they
 * are at the time.
 */
export function usePushToTalk(
  own: OwnTrack,
  isActive: boolean,
  turnOn: (own: OwnTrack) => Promise<void>,
  onLatched: () => void,
): void {
  const navigation = useNavigation();
  const told = useRef({ turnOn, onLatched });
  useEffect(() => {
    told.current = { turnOn, onLatched };
  });
  // Outlives every dialog: what was latched before it is turned off by the next press after it.
  const talking = useRef<PushToTalk>(null);
  useEffect(() => {
    talking.current = createPushToTalk({
      // Only who has already spoken in this meeting: a key alone opens no microphone.
      canTalk: () => own.state() === 'off' && own.media() !== null && navigation.getState().overlay === null,
      isOn: () => own.state() === 'on',
      on: () => void told.current.turnOn(own),
      off: () => void own.turnOff(),
      onLatched: () => told.current.onLatched(),
      now: () => performance.now(),
    });
  }, [own, navigation]);
  useEffect(() => {
    if (!isActive) return undefined;
    const down = (event: KeyboardEvent): void => {
      if (!isBareSpace(event) || wantsSpace(document.activeElement)) return;
      event.preventDefault(); // the page would scroll
      if (!event.repeat) talking.current?.press();
    };
    const up = (event: KeyboardEvent): void => void (event.code === 'Space' && talking.current?.release());
    const lost = (): void => talking.current?.release();
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    // The key that goes up elsewhere is never heard of.
    window.addEventListener('blur', lost);
    return () => {
      lost();
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', lost);
    };
  }, [isActive]);
}

const isBareSpace = ({ code, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  code === 'Space' && !ctrlKey && !altKey && !metaKey && !shiftKey;

/** Whatever Space would press, tick, open or write into. */
const wantsSpace = (element: Element | null): boolean =>
  element !== null &&
  element.closest(
    'a, button, input, select, textarea, summary, [contenteditable], [role=button], [role=menuitem], [role=slider]',
  ) !== null;
