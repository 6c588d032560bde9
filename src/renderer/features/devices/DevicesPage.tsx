import type { ReactNode } from 'react';
import type { DeviceTrouble } from '../../device-trouble.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/words-context.ts';
import { CameraCard } from './CameraCard.tsx';
import './devices.css';
import { MicrophoneCard } from './MicrophoneCard.tsx';
import { SpeakerCard } from './SpeakerCard.tsx';
import type { Platform } from './TroubleNote.tsx';

type Props = {
  /** What led here, if something failed: its card comes first. */
  readonly trouble: DeviceTrouble | null;
  readonly platform: Platform;
  readonly onClose: () => void;
};

/** « J'active mon matériel », over whatever one was doing, which goes on behind it. */
export function DevicesPage({ trouble, platform, onClose }: Props): ReactNode {
  const { devices } = useWords().shell;
  const microphone = <MicrophoneCard key="microphone" platform={platform} />;
  const camera = <CameraCard key="camera" platform={platform} />;
  return (
    <Dialog title={devices.title} size="page" onClose={onClose}>
      <p>{devices.lead}</p>
      <div className="devices">
        {trouble?.kind === 'camera' ? [camera, microphone] : [microphone, camera]}
        <SpeakerCard />
      </div>
      <div className="dialog__actions">
        <button type="button" className="fr-btn fr-btn--secondary" onClick={onClose}>
          {devices.done}
        </button>
      </div>
    </Dialog>
  );
}
