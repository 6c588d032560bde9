import type { ReactNode } from 'react';
import type { SettingName } from '../../../shared/settings/settings.ts';
import { useWords } from '../../ui/words-context.ts';
import { useSettings } from './settings-context.ts';

/** What is only read here: texts and addresses that an administrator decided. */
export function SettingText({ name }: { readonly name: SettingName }): ReactNode {
  const { settings, settingsPage } = useWords();
  const { label, help } = settings.names[name];
  const value = useSettings((store) => store.settings.values[name]);
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return (
    <dl className="setting__text">
      <dt>
        {label}
        <span className="fr-hint-text">{help}</span>
      </dt>
      <dd>{text || settingsPage.notSet}</dd>
    </dl>
  );
}
