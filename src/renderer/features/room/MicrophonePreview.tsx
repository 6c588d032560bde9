import { RiErrorWarningLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { chosenDevices } from '../media/chosen-devices.ts';
import { deviceInUse } from '../media/device-list.ts';
import { LevelMeter } from '../media/LevelMeter.tsx';
import { toldOf } from '../media/told-of.ts';
import { useDevices } from '../media/use-devices.ts';
import { useLineState, useOwnMedia, useRoomSession } from './room-context.ts';
import { usePrepared } from './use-prepared.ts';

/** Which microphone will be used, and whether it hears something; « Microphone » then has only to publish it. */
export function MicrophonePreview(): ReactNode {
  const { room, devices } = useWords();
  const { microphone } = useRoomSession();
  const media = useOwnMedia(microphone);
  const isConnected = useLineState() === 'connected';
  const trouble = usePrepared(microphone, 'microphone', true);
  const told = trouble && toldOf(trouble, devices.troubles);
  return (
    <div className="join-microphone">
      {told ? (
        <p role="alert" className="join-trouble">
          <RiErrorWarningLine size={20} aria-hidden /> {told.title}
        </p>
      ) : (
        <p>{isConnected && <UsedMicrophone />}</p>
      )}
      {media && <LevelMeter track={media} label={room.howToJoin.level} />}
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
