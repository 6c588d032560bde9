import { RiVolumeUpLine } from '@remixicon/react';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { chooseDevice, chosenDevices } from '../media/chosen-devices.ts';
import { useDevices } from '../media/use-devices.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { DeviceSelect } from './DeviceSelect.tsx';
import { playTestSound } from './play-test-sound.ts';

export function SpeakerCard(): ReactNode {
  const { home, devices: words } = useWords().shell;
  const [chosenId, setChosenId] = useState(() => chosenDevices().speaker);
  const [test, setTest] = useState<'none' | 'playing' | 'failed'>('none');
  const devices = useDevices()?.speaker ?? null;
  const missing = devices?.length === 0;
  const used = devices?.some(({ id }) => id === chosenId) ? chosenId : '';

  const play = async (): Promise<void> => {
    setTest('playing');
    setTest(
      await playTestSound(used).then(
        () => 'none' as const,
        () => 'failed' as const,
      ),
    );
  };

  return (
    <DeviceCard
      title={home.speaker}
      icon={<RiVolumeUpLine className="icon" aria-hidden />}
      state={missing || test === 'failed' ? 'to-mend' : 'pending'}
    >
      {(missing || test === 'failed') && (
        <p role="alert">{missing ? words.speakerMissing : words.speakerFailed}</p>
      )}
      <DeviceSelect
        label={words.chooseSpeaker}
        devices={devices ?? []}
        chosenId={chosenId}
        onChoose={(id) => {
          chooseDevice('speaker', id);
          setChosenId(id);
          setTest('none');
        }}
      />
      <div>
        <button
          type="button"
          className="fr-btn fr-btn--secondary"
          aria-disabled={test === 'playing'}
          onClick={() => test !== 'playing' && void play()}
        >
          {test === 'playing' ? words.testingSound : words.testSound}
        </button>
        <p className="fr-hint-text device-card__hint">{words.speakerHint}</p>
      </div>
    </DeviceCard>
  );
}
