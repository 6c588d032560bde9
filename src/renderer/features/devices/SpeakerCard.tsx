import { RiVolumeUpLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { DeviceSelect } from './DeviceSelect.tsx';
import type { SpeakerProbe } from './probes/use-speaker-probe.ts';

type Props = { readonly probe: SpeakerProbe };

export function SpeakerCard({ probe }: Props): ReactNode {
  const { shell, devices: words } = useWords();
  const { devices, chosen, diagnosis, test, choose, play, answer } = probe;
  const isPlaying = test === 'playing';
  return (
    <DeviceCard
      title={shell.home.speaker}
      icon={<RiVolumeUpLine className="icon" aria-hidden />}
      diagnosis={diagnosis}
      chosen={chosen}
      onRetry={play}
    >
      {devices.length > 0 && (
        <>
          <DeviceSelect label={words.choose.speaker} devices={devices} chosen={chosen} onChoose={choose} />
          <div>
            <button
              type="button"
              className="fr-btn fr-btn--secondary"
              aria-disabled={isPlaying}
              onClick={() => !isPlaying && void play()}
            >
              {isPlaying ? words.testingSound : words.testSound}
            </button>
            {test === 'asked' ? (
              <Heard onAnswer={answer} />
            ) : (
              <p className="fr-hint-text device-card__hint">{words.speakerHint}</p>
            )}
          </div>
        </>
      )}
    </DeviceCard>
  );
}

function Heard({ onAnswer }: { readonly onAnswer: (heard: boolean) => void }): ReactNode {
  const { devices: words } = useWords();
  return (
    <div role="status" className="device-card__question">
      <p>{words.doYouHear}</p>
      <div className="device-card__actions">
        <button type="button" className="fr-btn fr-btn--sm" onClick={() => onAnswer(true)}>
          {words.hear}
        </button>
        <button type="button" className="fr-btn fr-btn--secondary fr-btn--sm" onClick={() => onAnswer(false)}>
          {words.hearNothing}
        </button>
      </div>
    </div>
  );
}
