import { RiErrorWarningLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { useWords } from '../../ui/words-context.ts';
import { describeDiagnosis } from '../media/describe-diagnosis.ts';
import { useNavigation } from '../../ui/navigation/navigation-context.ts';

/** Why there is no preview, and the way to the page that mends it. */
export function PreviewTrouble({ trouble }: { readonly trouble: Diagnosis }): ReactNode {
  const { devices, room } = useWords();
  const navigation = useNavigation();
  const told = describeDiagnosis(trouble, devices.troubles);
  if (told === null) return null;
  return (
    <div className="join-trouble">
      <p role="alert">
        <RiErrorWarningLine size={20} aria-hidden /> {told.title}
      </p>
      <button
        type="button"
        className="fr-link fr-link--sm"
        onClick={() => navigation.getState().show({ name: 'devices', trouble })}
      >
        {room.controls.allDevices}
      </button>
    </div>
  );
}
