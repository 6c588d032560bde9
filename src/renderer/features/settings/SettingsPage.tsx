import type { ReactNode } from 'react';
import { isManaged } from '../../../shared/settings/resolve-settings.ts';
import { sectionNames, sections } from '../../../shared/settings/sections.ts';
import { settings as table, type SettingName } from '../../../shared/settings/settings.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useNavigation } from '../../ui/navigation/navigation-context.ts';
import { useWords } from '../../ui/words-context.ts';
import { SettingRow } from './SettingRow.tsx';
import { SettingsTroubles } from './SettingsTroubles.tsx';
import { useSettings } from './settings-context.ts';
import './settings-page.css';

type Props = {
  /** A meeting goes on behind the page: the app is not to be restarted now. */
  readonly inMeeting: boolean;
  readonly onClose: () => void;
};

/** « Réglages »: whatever this user may decide, and what was decided for them. */
export function SettingsPage({ inMeeting, onClose }: Props): ReactNode {
  const { settings: names, settingsPage, shortcuts } = useWords();
  const navigation = useNavigation();
  const sources = useSettings((store) => store.settings.sources);
  // What only an administrator decides is worth a line where they did.
  const isShown = (name: SettingName): boolean =>
    table[name].decidedBy === 'user' || isManaged(sources[name]);
  return (
    <Dialog title={settingsPage.title} size="page" onClose={onClose}>
      <SettingsTroubles />
      <div className="settings">
        {sectionNames.map((section) => {
          const shown = sections[section].filter(isShown);
          return (
            shown.length > 0 && (
              <section key={section} className="settings__section">
                <h3 className="card__title">{names.sections[section]}</h3>
                {shown.map((name) => (
                  <SettingRow key={name} name={name} inMeeting={inMeeting} />
                ))}
              </section>
            )
          );
        })}
      </div>
      <div className="dialog__actions">
        <button type="button" className="fr-btn fr-btn--secondary" onClick={onClose}>
          {settingsPage.done}
        </button>
        <button
          type="button"
          className="fr-btn fr-btn--tertiary-no-outline"
          onClick={() => navigation.getState().open({ name: 'shortcuts' })}
        >
          {shortcuts.title}
        </button>
      </div>
    </Dialog>
  );
}
