import { useId, type ReactNode } from 'react';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { useWords } from '../../ui/words-context.ts';
import { isTrouble } from '../media/told-of.ts';

type Props = {
  readonly title: string;
  readonly icon: ReactNode;
  readonly diagnosis: Diagnosis;
  readonly children: ReactNode;
};

export function DeviceCard({ title, icon, diagnosis, children }: Props): ReactNode {
  const { devices } = useWords();
  const titleId = useId();
  return (
    <section className="card device-card" aria-labelledby={titleId}>
      <div className="device-card__head">
        {icon}
        <h3 className="card__title" id={titleId}>
          {title}
        </h3>
        {diagnosis.name === 'working' && (
          <p className="fr-badge fr-badge--success device-card__state">{devices.works}</p>
        )}
        {isTrouble(diagnosis) && (
          <p className="fr-badge fr-badge--warning device-card__state">{devices.toMend}</p>
        )}
      </div>
      {children}
      <p role="status" className="fr-sr-only">
        {diagnosis.name === 'working' && devices.sayDone[diagnosis.kind]}
      </p>
    </section>
  );
}
