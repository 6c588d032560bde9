import type { ReactNode } from 'react';
import { useBridge } from '../../bridge-context.ts';
import { useWords } from '../../ui/words-context.ts';

/** A change that this start of the app does not know yet. */
export function NextStart({ inMeeting }: { readonly inMeeting: boolean }): ReactNode {
  const { settingsPage } = useWords();
  const bridge = useBridge();
  return (
    <p className="setting__next-start" role="status">
      {settingsPage.nextStart}{' '}
      {inMeeting ? (
        settingsPage.restartLater
      ) : (
        <button type="button" className="fr-link" onClick={() => void bridge.call('app:restart')}>
          {settingsPage.restart}
        </button>
      )}
    </p>
  );
}
