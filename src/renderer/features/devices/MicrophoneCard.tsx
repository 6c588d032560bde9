import { RiMicLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useDevices } from '../media/use-devices.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { FindingNote } from './FindingNote.tsx';
import type { Platform } from './main-action.ts';
import { MicrophoneList } from './MicrophoneList.tsx';
import { RecordVoice } from './RecordVoice.tsx';
import { TryButton } from './TryButton.tsx';
import type { DeviceProbe } from './use-device-probe.ts';
import { useTrouble } from './use-trouble.ts';

type Props = { readonly probe: DeviceProbe; readonly platform: Platform };

export function MicrophoneCard({ probe, platform }: Props): ReactNode {
  const { shell, devices: words } = useWords();
  const { chosen, probed, choose, retry, begin } = probe;
  const { diagnosis, track, isReplaced } = probed;
  const { trouble, isLate } = useTrouble(diagnosis, chosen);
  const devices = useDevices(track)?.microphone ?? [];
  return (
    <DeviceCard
      title={shell.home.microphone}
      icon={<RiMicLine className="icon" aria-hidden />}
      diagnosis={trouble ?? diagnosis}
    >
      {trouble && (
        <FindingNote
          key={trouble.name}
          diagnosis={trouble}
          platform={platform}
          isLate={isLate}
          onRetry={retry}
        />
      )}
      <p role="status" className="device-card__news">
        {isReplaced && words.replaced.microphone}
      </p>
      {begin && trouble === null && <TryButton label={words.tryMicrophone} onTry={begin} />}
      {devices.length > 0 && (
        <MicrophoneList devices={devices} chosen={chosen} onChoose={choose} isOpen={track !== null} />
      )}
      {track && (
        <>
          <p className="fr-hint-text">{words.speakNow}</p>
          <RecordVoice key={track.id} track={track} />
        </>
      )}
    </DeviceCard>
  );
}
