import type { ReactNode } from 'react';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { useWords } from '../../ui/words-context.ts';
import { chosenDevices } from '../media/chosen-devices.ts';
import { deviceInUse, findOpen } from '../media/device-list.ts';
import { LevelMeter } from '../media/LevelMeter.tsx';
import { openedAs } from '../media/opened-as.ts';
import { useDevices } from '../media/use-devices.ts';
import { useConnectionStatus, useOwnMedia, useOwnTracks } from '../session/session-context.ts';
import { PreviewTrouble } from './PreviewTrouble.tsx';

/** Which microphone will be used, and whether it hears something; « Microphone » then has only to publish it. */
export function MicrophonePreview({ trouble }: { readonly trouble: Diagnosis | null }): ReactNode {
  const { room } = useWords();
  const { microphone } = useOwnTracks();
  const media = useOwnMedia(microphone);
  const isConnected = useConnectionStatus() === 'connected';
  return (
    <div className="join-microphone">
      {trouble ? (
        <PreviewTrouble trouble={trouble} />
      ) : (
        <p>{isConnected && <UsedMicrophone media={media} />}</p>
      )}
      {media && <LevelMeter track={media} label={room.howToJoin.level} />}
    </div>
  );
}

function UsedMicrophone({ media }: { readonly media: MediaStreamTrack | null }): ReactNode {
  const { howToJoin } = useWords().room;
  const devices = useDevices();
  if (!devices) return null;
  // The list's name alone: a default device's own label is Chromium's English word.
  const inUse = media
    ? findOpen(devices.microphone, openedAs(media), null)
    : deviceInUse(devices.microphone, chosenDevices().microphone);
  const name = inUse?.name;
  return howToJoin.microphoneUsed(name || howToJoin.systemDefault);
}
