import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useServiceTrust } from '../settings/use-service-trust.ts';

type Props = {
  readonly origin: string;
  /** By which a field can be described by it. */
  readonly id?: string;
};

/** On whose service the meeting is: to be read before one goes in. */
export function ServiceAddress({ origin, id }: Props): ReactNode {
  const { join } = useWords().shell;
  const trust = useServiceTrust(origin);
  return (
    <p id={id} className="join__service">
      {join.service} <strong className="join__host">{new URL(origin).host}</strong>
      {trust === 'foreign' && <span className="join__foreign">{join.foreign}</span>}
    </p>
  );
}
