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
  const isConnected = useLineState() === 'connected';
  useEffect(() => {
    // Not before: the system's sound competes with connecting for the processor, also to name its devices.
    if (!isConnected) return;
    void (async () => {
      if (await isGranted()) await microphone.prepare();
    })();
  }, [microphone, isConnected]);
  return (
    <div className="join-microphone">
      <p>{isConnected && <UsedMicrophone />}</p>
      {media && <LevelMeter track={media} label={howToJoin.level} />}
    </div>
  );
}

function UsedMicrophone(): ReactNode {
  const { howToJoin } = useWords().room;
  const devices = useDevices();
  if (!devices) return null;
  // The list's name alone: a default device's own label is Chromium's English word.
  const name = deviceInUse(devices.microphone, chosenDevices().microphone)?.name;
  return howToJoin.microphoneUsed(name || howToJoin.systemDefault);
}

async function isGranted(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' })).state === 'granted';
  } catch {
    // A browser that does not know this permission's name.
    return false;
  }
}
