import { RiMicLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { deviceInUse, findOpen } from '../media/device-list.ts';
import { openedAs } from '../media/opened-as.ts';
import { useDevices } from '../media/use-devices.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { MicrophoneList } from './MicrophoneList.tsx';
import { RecordVoice } from './RecordVoice.tsx';
import type { DeviceProbe } from './probes/use-device-probe.ts';

type Props = { readonly probe: DeviceProbe };

export function MicrophoneCard({ probe }: Props): ReactNode {
  const { shell, devices: words } = useWords();
  const { chosen, probed, choose, retry, begin } = probe;
  const { diagnosis, track, system, isReplaced } = probed;
  const devices = useDevices(track)?.microphone ?? [];
  const inUse = track ? findOpen(devices, openedAs(track), system.devices) : deviceInUse(devices, chosen);
  return (
    <DeviceCard
      title={shell.home.microphone}
      icon={<RiMicLine className="icon" aria-hidden />}
      diagnosis={diagnosis}
      chosen={chosen}
      onRetry={retry}
      news={isReplaced ? words.replaced.microphone : null}
      offer={begin && { label: words.tryMicrophone, run: begin }}
    >
      {devices.length > 0 && (
        <MicrophoneList devices={devices} inUse={inUse} onChoose={choose} isOpen={track !== null} />
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
