import type { ReactNode } from 'react';
import type { Language } from '../../../shared/settings/settings.ts';
import { useSpeech, useWords } from '../../ui/words-context.ts';
import './language-switch.css';

const languages: readonly Language[] = ['en', 'fr'];

/** `en` `fr`: the language of the app, kept from one start to the next. */
export function LanguageSwitch(): ReactNode {
  const { language, choose } = useSpeech();
  const { header } = useWords().shell;
  return (
    <div className="language-switch" role="group" aria-label={header.language}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          title={one === 'fr' ? header.french : header.english}
          aria-pressed={one === language}
          onClick={() => choose(one)}
        >
          {one}
        </button>
      ))}
    </div>
  );
}
