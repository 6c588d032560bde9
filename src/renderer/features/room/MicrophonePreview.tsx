import { useEffect, type ReactNode } from 'react';
import { chosenDevices } from '../media/chosen-devices.ts';
import { LevelMeter } from '../media/LevelMeter.tsx';
import { useWords } from '../../ui/words-context.ts';
import { useOwnMedia, useRoomSession } from './room-context.ts';
import { useDevices } from './use-devices.ts';

/**
 * Which microphone will be used, and whether it hears something. It is opened before the choice only where that asks
 * nobody anything; what it hears goes nowhere, and « Microphone » then has only to publish it.
 */
export function MicrophonePreview(): ReactNode {
  const { howToJoin, controls } = useWords().room;
  const { microphone } = useRoomSession();
  const media = useOwnMedia(microphone);
  const chosen = chosenDevices().microphone || 'default';
  const listed = useDevices().find(({ kind, deviceId }) => kind === 'audioinput' && deviceId === chosen);
  useEffect(() => {
    void (async () => {
      if (await isGranted()) await microphone.prepare();
    })();
  }, [microphone]);
  const name =
    media?.label ||
    listed?.label ||
    (chosen === 'default' ? howToJoin.systemDefault : controls.unnamedDevice);
  return (
    <div className="join-microphone">
      <p>{howToJoin.microphoneUsed(name)}</p>
      {media && <LevelMeter track={media} label={howToJoin.level} />}
    </div>
  );
}

async function isGranted(): Promise<boolean> {
  try {
    // Not in the DOM's types, nor in every browser.
    const { state } = await navigator.permissions.query({ name: 'microphone' as PermissionName });
    return state === 'granted';
  } catch {
    return false;
  }
}
