import { useId, useState, type ReactNode } from 'react';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { usePlatform } from '../../platform-context.ts';
import { useWords } from '../../ui/words-context.ts';
import { useRestart } from '../settings/use-restart.ts';
import { useMeeting } from '../meeting/meeting-context.ts';
import { DiagnosisIcon } from './DiagnosisIcon.tsx';
import { isBeyondUser, primaryAction, type PrimaryAction } from './primary-action.ts';
import { describeDiagnosis } from '../media/describe-diagnosis.ts';
import { useOpenSettings } from './use-open-settings.ts';
import { FallbackHelp } from './FallbackHelp.tsx';

type Props = {
  readonly diagnosis: Diagnosis;
  /** Nothing has helped for a while. */
  readonly isLate: boolean;
  readonly onRetry: () => Promise<void>;
};

/** The cause in one sentence, one picture, the one button that mends it, and what next. */
export function DiagnosisNote({ diagnosis, isLate, onRetry }: Props): ReactNode {
  const { devices } = useWords();
  const { can } = usePlatform();
  const told = describeDiagnosis(diagnosis, devices.troubles);
  const titleId = useId();
  if (told === null) return null;
  return (
    <div className="diagnosis">
      <div role="alert" className="diagnosis__what">
        <DiagnosisIcon diagnosis={diagnosis} />
        <div>
          <p id={titleId} className="diagnosis__title">
            {told.title}
          </p>
          <p>{told.advice}</p>
        </div>
      </div>
      <MainButton
        action={primaryAction(diagnosis, can)}
        kind={diagnosis.kind}
        about={`${diagnosis.name} ${diagnosis.refusedBy}`}
        describedBy={titleId}
        onRetry={onRetry}
      />
      <p className="fr-hint-text">
        {diagnosis.name !== 'policy-refused' && <strong>{devices.ifNotEnough}</strong>} {told.next}
      </p>
      {diagnosis.refusedBy === 'app' && <Restart />}
      {(isLate || isBeyondUser(diagnosis)) && <FallbackHelp />}
    </div>
  );
}

/** macOS may tell a running app for ever what held when it started (Electron issues 36722 and 37091). */
function Restart(): ReactNode {
  const { devices } = useWords();
  const inMeeting = useMeeting(({ phase }) => phase.name === 'in-room' || phase.name === 'waiting');
  const { restart, isRefused } = useRestart(inMeeting);
  return (
    <>
      <p role="status" className="announcement">
        {(inMeeting || isRefused) && devices.restartLater}
      </p>
      {!inMeeting && (
        <button type="button" className="fr-btn fr-btn--secondary fr-btn--sm" onClick={() => void restart()}>
          {devices.restart}
        </button>
      )}
    </>
  );
}

type ButtonProps = {
  readonly action: PrimaryAction;
  readonly kind: Diagnosis['kind'];
  /** What one button has told is not true of another finding. */
  readonly about: string;
  readonly describedBy: string;
  readonly onRetry: () => Promise<void>;
};

function MainButton({ action, kind, about, describedBy, onRetry }: ButtonProps): ReactNode {
  const { devices } = useWords();
  const { open, told } = useOpenSettings(about);
  const [isTrying, setIsTrying] = useState(false);
  if (action === null) return null;
  const retry = async (): Promise<void> => {
    setIsTrying(true);
    await onRetry();
    setIsTrying(false);
  };
  const name = {
    'open-settings': devices.openSettings,
    'open-sound': devices.openSound,
    retry: devices.retry,
  };
  return (
    <>
      <button
        type="button"
        className="fr-btn"
        aria-describedby={describedBy}
        aria-disabled={isTrying}
        aria-busy={isTrying}
        onClick={() => {
          if (isTrying) return;
          if (action === 'retry') void retry();
          else void open(action === 'open-sound' ? 'speaker' : kind);
        }}
      >
        {name[action]}
      </button>
      <p role="status" className="announcement">
        {told}
      </p>
    </>
  );
}
