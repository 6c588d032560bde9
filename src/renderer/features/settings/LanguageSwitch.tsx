import type { ReactNode } from 'react';
import type { Language } from '../../../shared/settings/settings.ts';
import { useLanguage, useWords } from '../../ui/words-context.ts';
import { isManaged } from '../../../shared/settings/resolve-settings.ts';
import { useSettings } from './settings-context.ts';
import './language-switch.css';

const languages: readonly Language[] = ['en', 'fr'];

/** `en` `fr`: the language of the app, kept from one start to the next. */
export function LanguageSwitch(): ReactNode {
  const { language, choose } = useLanguage();
  const { settingsPage, shell } = useWords();
  const { header } = shell;
  const managed = useSettings((store) => isManaged(store.settings.sources.language));
  return (
    <div className="language-switch" role="group" aria-label={header.language}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          title={managed ? settingsPage.managed : one === 'fr' ? header.french : header.english}
          aria-disabled={managed}
          aria-pressed={one === language}
          onClick={() => (managed ? undefined : choose(one))}
        >
          {one}
        </button>
      ))}
    </div>
  );
}
