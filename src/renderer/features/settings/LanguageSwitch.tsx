import type { ReactNode } from 'react';
import { languages } from '../../../shared/settings/settings.ts';
import { words } from '../../../shared/words/words.ts';
import { useLanguage, useWords } from '../../ui/words-context.ts';
import { isManaged } from '../../../shared/settings/resolve-settings.ts';
import { useSettings } from './settings-context.ts';
import './language-switch.css';

const byAlphabet = languages.toSorted();

/** `en` `fr`: the language of the app, kept from one start to the next. */
export function LanguageSwitch(): ReactNode {
  const { language, choose } = useLanguage();
  const { settingsPage, shell } = useWords();
  const { header } = shell;
  const managed = useSettings((store) => isManaged(store.settings.sources.language));
  return (
    <div className="language-switch" role="group" aria-label={header.language}>
      {byAlphabet.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          title={managed ? settingsPage.managed : words[one].landing.language}
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
