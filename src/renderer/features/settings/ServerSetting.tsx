import { useState, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { ServerForm } from './ServerForm.tsx';
import { SettingText } from './SettingText.tsx';

type Props = { readonly locked: boolean; readonly noteId: string };

/** Where meetings are opened; another service is looked at, and asked about by main, before it is taken. */
export function ServerSetting({ locked, noteId }: Props): ReactNode {
  const { settingsPage } = useWords();
  const [changing, setChanging] = useState(false);
  const stop = (): void => setChanging(false);
  return (
    <>
      <SettingText name="server" />
      {changing ? (
        <ServerForm onDone={stop} onCancel={stop} />
      ) : (
        !locked && (
          <button
            type="button"
            className="fr-btn fr-btn--secondary fr-btn--sm"
            aria-describedby={noteId}
            onClick={() => setChanging(true)}
          >
            {settingsPage.changeServer}
          </button>
        )
      )}
    </>
  );
}
