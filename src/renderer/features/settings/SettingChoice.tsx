import { useId, type ReactNode } from 'react';
import { settings as table } from '../../../shared/settings/settings.ts';
import { optionWord } from '../../../shared/words/setting-words.ts';
import { useWords } from '../../ui/words-context.ts';
import type { ControlProps } from './control-props.ts';
import { useSettings } from './settings-context.ts';

export function SettingChoice({ name, locked, noteId, onDecide }: ControlProps): ReactNode {
  const words = useWords().settings;
  const { label, help } = words.names[name];
  const value = useSettings((store) => String(store.settings.values[name]));
  const id = useId();
  return (
    <div className="fr-select-group">
      <label className="fr-label" htmlFor={id}>
        {label}
        <span id={`${id}-help`} className="fr-hint-text">
          {help}
        </span>
      </label>
      <select
        id={id}
        className="fr-select"
        value={value}
        disabled={locked}
        aria-describedby={`${id}-help ${noteId}`}
        onChange={(event) => onDecide(event.target.value)}
      >
        {table[name].kind.options.map((option) => (
          <option key={option} value={option}>
            {optionWord(words, name, option)}
          </option>
        ))}
      </select>
    </div>
  );
}
