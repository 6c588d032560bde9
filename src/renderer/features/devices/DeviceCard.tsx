import { useId, type ReactNode } from 'react';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { useWords } from '../../ui/words-context.ts';
import type { Device } from '../media/device-list.ts';
import { DiagnosisNote } from './DiagnosisNote.tsx';
import { useTrouble } from './use-trouble.ts';

type Props = {
  readonly title: string;
  readonly icon: ReactNode;
  readonly diagnosis: Diagnosis;
  readonly chosen: Device;
  readonly onRetry: () => Promise<void>;
  /** What has just happened to it, if something did. */
  readonly news?: string | null;
  /** The button of a device that is not opened unasked. */
  readonly offer?: { readonly label: string; readonly run: () => void } | null;
  readonly children: ReactNode;
};

/** One kind of device: how it does, what is in its way, and below that what can be chosen and tried. */
export function DeviceCard(props: Props): ReactNode {
  const { title, icon, diagnosis, chosen, onRetry, news = null, offer = null, children } = props;
  const { devices } = useWords();
  const { trouble, isLate } = useTrouble(diagnosis, chosen);
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
        {trouble && <p className="fr-badge fr-badge--warning device-card__state">{devices.toMend}</p>}
      </div>
      {trouble && <DiagnosisNote key={trouble.name} diagnosis={trouble} isLate={isLate} onRetry={onRetry} />}
      <p role="status" className="announcement">
        {news}
      </p>
      {offer && trouble === null && (
        <div>
          <button type="button" className="fr-btn fr-btn--secondary" onClick={offer.run}>
            {offer.label}
          </button>
        </div>
      )}
      {children}
      <p role="status" className="fr-sr-only">
        {diagnosis.name === 'working' && devices.sayDone[diagnosis.kind]}
      </p>
    </section>
  );
}
