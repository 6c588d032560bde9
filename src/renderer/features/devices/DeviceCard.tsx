import { useId, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';

type Props = {
  readonly title: string;
  readonly icon: ReactNode;
  readonly state: 'works' | 'to-mend' | 'pending';
  readonly children: ReactNode;
};

export function DeviceCard({ title, icon, state, children }: Props): ReactNode {
  const { devices } = useWords().shell;
  const titleId = useId();
  return (
    <section className="card device-card" aria-labelledby={titleId}>
      <div className="device-card__head">
        {icon}
        <h3 className="card__title" id={titleId}>
          {title}
        </h3>
        {state === 'works' && (
          <p className="fr-badge fr-badge--success device-card__state">{devices.works}</p>
        )}
        {state === 'to-mend' && (
          <p className="fr-badge fr-badge--warning device-card__state">{devices.toMend}</p>
        )}
      </div>
      {children}
    </section>
  );
}
