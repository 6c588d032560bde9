import { useEffect, useRef } from 'react';
import { useNavigation } from '../../ui/navigation/navigation-context.ts';
import { useShortcut } from '../../ui/shortcuts/Shortcuts.tsx';
import type { OwnTrack } from '../session/own-tracks/own-track.ts';
import { createPushToTalk, type PushToTalk } from './push-to-talk.ts';

/**
 * Space talks while it is held, unless the focus is on a control that uses Space itself. The latest `turnOn` and `onLatched` are
 * called.
 */
export function usePushToTalk(
  own: OwnTrack,
  turnOn: (own: OwnTrack) => Promise<void>,
  onLatched: () => void,
): void {
  const navigation = useNavigation();
  const told = useRef({ turnOn, onLatched });
  useEffect(() => {
    told.current = { turnOn, onLatched };
  });
  // It outlives dialogs: the next press after one turns off what was latched before it.
  const talking = useRef<PushToTalk>(null);
  useEffect(() => {
    talking.current = createPushToTalk({
      // Only after the user has already spoken in this meeting: a key alone must not open a microphone.
      canTalk: () => own.state() === 'off' && own.media() !== null && navigation.getState().overlay === null,
      isOn: () => own.state() === 'on',
      on: () => void told.current.turnOn(own),
      off: () => void own.turnOff(),
      onLatched: () => told.current.onLatched(),
      now: () => performance.now(),
    });
  }, [own, navigation]);
  useShortcut('talk', {
    press: () => talking.current?.press(),
    release: () => talking.current?.release(),
  });
}
