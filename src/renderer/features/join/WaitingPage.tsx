import type { ReactNode } from 'react';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useWords } from '../../ui/words-context.ts';
import { useMeetingStore } from '../meeting/meeting-context.ts';
import './join.css';
import { ServiceHost } from './ServiceHost.tsx';

/**
 * Nobody but a moderator can do anything about it, and one may always stop waiting.
 * `origin`: of the service that was asked; null where one waits for a place that one had.
 */
export function WaitingPage({ origin }: { readonly origin: string | null }): ReactNode {
  const { join } = useWords().shell;
  const meeting = useMeetingStore();
  return (
    <div className="join">
      <PageTitle takesFocus>{join.waitingTitle}</PageTitle>
      <p role="status">{origin === null ? join.waitingAgainAdvice : join.waitingAdvice}</p>
      {origin !== null && <ServiceHost origin={origin} />}
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
