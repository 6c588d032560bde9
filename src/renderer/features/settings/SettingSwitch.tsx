import { useId, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import type { ControlProps } from './control-props.ts';
import { useSettings } from './settings-context.ts';

export function SettingSwitch({ name, locked, noteId, onDecide }: ControlProps): ReactNode {
  const { label, help } = useWords().settings.names[name];
  const value = useSettings((store) => store.settings.values[name] === true);
  const id = useId();
  return (
    <div className="fr-checkbox-group">
      <input
        id={id}
        type="checkbox"
        checked={value}
        disabled={locked}
        aria-describedby={`${id}-help ${noteId}`}
        onChange={(event) => onDecide(event.target.checked)}
      />
      <label className="fr-label" htmlFor={id}>
        {label}
        <span id={`${id}-help`} className="fr-hint-text">
          {help}
        </span>
      </label>
    </div>
  );
}
