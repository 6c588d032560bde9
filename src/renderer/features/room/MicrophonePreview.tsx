import { useEffect, type ReactNode } from 'react';
import { chosenDevices } from '../media/chosen-devices.ts';
import { deviceInUse } from '../media/device-list.ts';
import { LevelMeter } from '../media/LevelMeter.tsx';
import { useDevices } from '../media/use-devices.ts';
import { useWords } from '../../ui/words-context.ts';
import { useLineState, useOwnMedia, useRoomSession } from './room-context.ts';

/**
 * Which microphone will be used, and whether it hears something. It is opened before the choice only where that asks
 * nobody anything; what it hears goes nowhere, and « Microphone » then has only to publish it.
 */
export function MicrophonePreview(): ReactNode {
  const { howToJoin } = useWords().room;
  const { microphone } = useRoomSession();
  const media = useOwnMedia(microphone);
  const used = deviceInUse(useDevices()?.microphone ?? [], chosenDevices().microphone);
  const isConnected = useLineState() === 'connected';
  useEffect(() => {
    // Not before: starting the sound competes with connecting for the processor.
    if (!isConnected) return;
    void (async () => {
      if (await isGranted()) await microphone.prepare();
    })();
  }, [microphone, isConnected]);
  // The list's name alone: a default device's own label is Chromium's English word.
  const name = used?.name || howToJoin.systemDefault;
  return (
    <div className="join-microphone">
      <p>{howToJoin.microphoneUsed(name)}</p>
      {media && <LevelMeter track={media} label={howToJoin.level} />}
    </div>
  );
}

async function isGranted(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' })).state === 'granted';
  } catch {
    // A browser that does not know this permission's name.
    return false;
  }
}
