import type { ReactNode } from 'react';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/words-context.ts';
import { NetworkCheck } from '../network-check/NetworkCheck.tsx';
import { CameraCard } from './CameraCard.tsx';
import './devices.css';
import { MicrophoneCard } from './MicrophoneCard.tsx';
import { ReportSection } from './report/ReportSection.tsx';
import { SpeakerCard } from './SpeakerCard.tsx';
import { SystemAccess } from './SystemAccess.tsx';
import { useDeviceProbe } from './probes/use-device-probe.ts';
import { useReportData } from './use-report-data.ts';
import { useSpeakerProbe } from './probes/use-speaker-probe.ts';

type Props = {
  /** What led here, if something failed: its card comes first. */
  readonly trouble: Diagnosis | null;
  readonly onClose: () => void;
};

/** « J'active mon matériel », over whatever one was doing, which goes on behind it. */
export function DevicesPage({ trouble, onClose }: Props): ReactNode {
  const { devices } = useWords();
  // Whose microphone fails has not asked for the light of their camera.
  const microphone = useDeviceProbe('microphone', trouble?.kind !== 'camera');
  const camera = useDeviceProbe('camera', trouble === null || trouble.kind === 'camera');
  const speaker = useSpeakerProbe();
  const findings = useReportData(trouble, [
    microphone.probed.diagnosis,
    camera.probed.diagnosis,
    speaker.diagnosis,
  ]);
  const cards = [
    <MicrophoneCard key="microphone" probe={microphone} />,
    <CameraCard key="camera" probe={camera} />,
  ];
  return (
    <Dialog title={devices.title} size="page" onClose={onClose}>
      <p>{devices.lead}</p>
      <div className="devices">
        {trouble?.kind === 'camera' ? cards.toReversed() : cards}
        <SpeakerCard probe={speaker} />
      </div>
      <div className="devices devices--system">
        <SystemAccess
          systems={{
            microphone: microphone.probed.system,
            camera: camera.probed.system,
            speaker: speaker.system,
          }}
        />
      </div>
      <NetworkCheck onResult={findings.noteNetwork} />
      <ReportSection findings={findings.gather} />
      <div className="dialog__actions">
        <button type="button" className="fr-btn fr-btn--secondary" onClick={onClose}>
          {devices.done}
        </button>
      </div>
    </Dialog>
  );
}
