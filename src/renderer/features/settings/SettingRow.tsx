import { RiLockLine } from '@remixicon/react';
import { useId, useState, type ReactNode } from 'react';
import { isManaged } from '../../../shared/settings/resolve-settings.ts';
import { settings as table, type SettingName } from '../../../shared/settings/settings.ts';
import { useWords } from '../../ui/words-context.ts';
import type { ControlProps } from './control-props.ts';
import { RestartNotice } from './RestartNotice.tsx';
import { ServerSetting } from './ServerSetting.tsx';
import { SettingChoice } from './SettingChoice.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';
import { SettingText } from './SettingText.tsx';
import { useSettings } from './settings-context.ts';

type Props = { readonly name: SettingName; readonly inMeeting: boolean };

/** One setting, by the kind of its values; locked where somebody else decided it. */
export function SettingRow({ name, inMeeting }: Props): ReactNode {
  const { settingsPage } = useWords();
  const source = useSettings((store) => store.settings.sources[name]);
  const change = useSettings((store) => store.change);
  const [failed, setFailed] = useState(false);
  const [changed, setChanged] = useState(false);
  const noteId = useId();
  const lockedBy = isManaged(source)
    ? settingsPage.managed
    : source === 'environment'
      ? settingsPage.environment
      : null;
  const decide = async (value: string | boolean): Promise<void> => {
    if (name === 'server') return;
    const failure = await change(name, value as never);
    setFailed(failure !== null);
    setChanged(failure === null);
  };
  const locked = lockedBy !== null;
  return (
    <div className="setting">
      {name === 'server' ? (
        <ServerSetting locked={locked} noteId={noteId} />
      ) : (
        <Control name={name} locked={locked} noteId={noteId} onDecide={(value) => void decide(value)} />
      )}
      <p id={noteId} className="setting__note">
        {lockedBy && (
          <>
            <RiLockLine className="icon" size={16} aria-hidden /> {lockedBy}
          </>
        )}
      </p>
      {failed && (
        <p className="fr-message fr-message--error" role="alert">
          {settingsPage.failed}
        </p>
      )}
      {changed && table[name].nextStart && <RestartNotice inMeeting={inMeeting} />}
    </div>
  );
}

function Control(props: ControlProps): ReactNode {
  switch (table[props.name].kind.form) {
    case 'switch':
      return <SettingSwitch {...props} />;
    case 'choice':
      return <SettingChoice {...props} />;
    default:
      return <SettingText name={props.name} />;
  }
}
