import type { ReactNode } from 'react';
import type { Role } from '../../../shared/meeting.ts';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useWords } from '../../ui/words-context.ts';
import { useMeetingStore } from '../meeting/meeting-context.ts';
import { useServiceTrust } from '../settings/use-service-trust.ts';
import { useSignIn } from '../sign-in/sign-in-context.ts';
import './join.css';
import { ServiceAddress } from './ServiceAddress.tsx';

type Props = { readonly origin: string | null; readonly role: Role | null };

/**
 * Nobody but a moderator can do anything about it, and one may always stop waiting.
 * `origin`: of the service that was asked, `role`: what the link stands for; null where one waits for a place that one had.
 */
export function WaitingPage({ origin, role }: Props): ReactNode {
  const { join } = useWords().shell;
  const meeting = useMeetingStore();
  return (
    <div className="join">
      <PageTitle takesFocus>{join.waitingTitle}</PageTitle>
      <p role="status">{origin === null ? join.waitingAgainAdvice : join.waitingAdvice}</p>
      {origin !== null && <ServiceAddress origin={origin} />}
      {origin !== null && role === 'participant' && <AsGuest origin={origin} />}
      <div className="join__actions">
        <button
          type="button"
          className="fr-btn fr-btn--secondary"
          onClick={() => void meeting.getState().stopWaiting()}
        >
          {join.stopWaiting}
        </button>
      </div>
    </div>
  );
}

/** No agent waits whom the service knows: somebody who is signed in was not recognised, and learns it. */
function AsGuest({ origin }: { readonly origin: string }): ReactNode {
  const { signIn } = useWords();
  const isSignedIn = useSignIn(({ state }) => state.name === 'signed-in');
  return useServiceTrust(origin) === 'own' && isSignedIn ? <p role="status">{signIn.waitsAsGuest}</p> : null;
}
