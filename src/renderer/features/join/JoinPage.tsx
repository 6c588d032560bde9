import { useId, type ReactNode } from 'react';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { formatClockTime } from '../../ui/format-time.ts';
import { useLanguage, useWords } from '../../ui/words-context.ts';
import { useServiceTrust } from '../settings/use-service-trust.ts';
import type { Phase } from '../meeting/meeting-phase.ts';
import { useSignIn } from '../sign-in/sign-in-context.ts';
import { isLockedFor } from './is-locked-for.ts';
import './join.css';
import { LookingUp } from './LookingUp.tsx';
import { NameForm } from './NameForm.tsx';
import { NoEntry } from './NoEntry.tsx';
import { OwnerSignIn } from './OwnerSignIn.tsx';
import { ServiceAddress } from './ServiceAddress.tsx';
import { VerifiedName } from './VerifiedName.tsx';

type Props = {
  readonly phase: Extract<Phase, { name: 'joining' }>;
  readonly rememberedName: string;
  readonly onName: (name: string) => void;
};

/** What a link opens: into what one goes, and under which name. Nobody is in the meeting before « Rejoindre ». */
export function JoinPage({ phase, rememberedName, onName }: Props): ReactNode {
  const { shell, meeting } = useWords();
  const { join } = shell;
  const { language } = useLanguage();
  const { lookup, link, sent } = phase;
  const trust = useServiceTrust(link.origin);
  const isOwnServer = trust === 'own';
  const serviceId = useId();
  const verifiedName = useSignIn(({ state }) => (state.name === 'signed-in' ? state.displayName : ''));
  const locked = lookup !== null && isLockedFor(lookup);
  const open = lookup !== null && !lookup.full && !locked;
  return (
    <div className="join">
      <PageTitle takesFocus={!open}>{join.title}</PageTitle>
      {lookup ? (
        <p className="join__meeting">
          {join.until(
            trust === 'foreign' ? meeting.title : lookup.title,
            formatClockTime(lookup.expiresAt, language),
          )}
        </p>
      ) : (
        <LookingUp />
      )}
      {lookup && <ServiceAddress id={serviceId} origin={link.origin} />}
      {lookup && !open && <NoEntry locked={locked} link={link} />}
      {open && isOwnServer && <VerifiedName />}
      {open && (
        <NameForm
          rememberedName={rememberedName || verifiedName}
          isOwnServer={isOwnServer}
          serviceId={serviceId}
          sent={sent}
          onName={onName}
        />
      )}
      {open && isOwnServer && <OwnerSignIn />}
    </div>
  );
}
