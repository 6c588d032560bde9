import { useState, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useSettings } from '../settings/settings-context.ts';

/** At home, once a start: that the user's own file could not be understood. */
export function UnreadableSettingsAlert(): ReactNode {
  const { settingsPage } = useWords();
  const [closed, setClosed] = useState(false);
  const isBroken = useSettings((store) =>
    store.settings.problems.some(({ source, problem }) => source === 'user' && problem === 'unreadable-file'),
  );
  if (!isBroken || closed) return null;
  return (
    <div className="fr-alert fr-alert--warning fr-alert--sm" role="alert">
      <p>{settingsPage.setAside}</p>
      <button type="button" className="fr-link" onClick={() => setClosed(true)}>
        {settingsPage.close}
      </button>
    </div>
  );
}
