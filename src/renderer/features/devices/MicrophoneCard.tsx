import { RiMicLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { LevelMeter } from '../media/LevelMeter.tsx';
import { useDevices } from '../media/use-devices.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { DeviceSelect } from './DeviceSelect.tsx';
import { TroubleNote, type Platform } from './TroubleNote.tsx';
import { useOpenedDevice } from './use-opened-device.ts';

export function MicrophoneCard({ platform }: { readonly platform: Platform }): ReactNode {
  const { home, devices: words } = useWords().shell;
  const { chosenId, opened, choose, retry } = useOpenedDevice('microphone');
  const track = opened.name === 'open' ? opened.track : null;
  const devices = useDevices(track)?.microphone ?? [];
  const state = ({ opening: 'pending', open: 'works', trouble: 'to-mend' } as const)[opened.name];
  return (
    <DeviceCard title={home.microphone} icon={<RiMicLine className="icon" aria-hidden />} state={state}>
      {opened.name === 'trouble' && (
        <TroubleNote trouble={opened.trouble} platform={platform} onRetry={retry} />
      )}
      <DeviceSelect label={words.chooseMicrophone} devices={devices} chosenId={chosenId} onChoose={choose} />
      {opened.name !== 'trouble' && (
        <div>
          <LevelMeter track={track} label={words.level} />
          <p className="fr-hint-text device-card__hint">{words.speakNow}</p>
        </div>
      )}
    </DeviceCard>
  );
}
