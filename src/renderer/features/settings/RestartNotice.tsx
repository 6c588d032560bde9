import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useRestart } from './use-restart.ts';

/** A change that this start of the app does not know yet. */
export function RestartNotice({ inMeeting }: { readonly inMeeting: boolean }): ReactNode {
  const { settingsPage } = useWords();
  const { restart, isRefused } = useRestart(inMeeting);
  return (
    <p className="setting__restart" role="status">
      {settingsPage.nextStart} {(inMeeting || isRefused) && settingsPage.restartLater}{' '}
      {!inMeeting && (
        <button type="button" className="fr-link" onClick={() => void restart()}>
          {settingsPage.restart}
        </button>
      )}
    </p>
  );
}
