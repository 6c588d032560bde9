import { useState, type ReactNode } from 'react';
import { isOlder } from '../../../shared/versions.ts';
import { OutsideLink } from '../../ui/OutsideLink.tsx';
import { useWords } from '../../ui/words-context.ts';
import { useService } from '../settings/service-context.ts';
import { useSettings } from '../settings/settings-context.ts';

/** A newer app, where the service names one and the setting lets it be said; nothing is downloaded here. */
export function NewVersion({ appVersion }: { readonly appVersion: string }): ReactNode {
  const { home } = useWords().shell;
  const desktop = useService((store) => store.service.desktop);
  const wanted = useSettings((store) => store.settings.values.updates === 'notify');
  const [closed, setClosed] = useState(false);
  if (!wanted || closed || !desktop || !isOlder(appVersion, desktop.latestVersion)) return null;
  return (
    <p className="home__new-version" role="status">
      {home.newVersion(desktop.latestVersion)}{' '}
      <OutsideLink page="download" address={desktop.downloadUrl}>
        {home.download}
      </OutsideLink>{' '}
      <button type="button" className="fr-link" onClick={() => setClosed(true)}>
        {home.notNow}
      </button>
    </p>
  );
}
