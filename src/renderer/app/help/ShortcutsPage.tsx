import { Fragment, type ReactNode } from 'react';
import { shortcutNames, shortcuts, type ShortcutName } from '../../../shared/shortcuts/catalogue.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useKeyNames } from '../../ui/shortcuts/use-key-names.ts';
import { useWords } from '../../ui/words-context.ts';
import './shortcuts.css';

/** « Raccourcis clavier » */
export function ShortcutsPage({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useWords().shortcuts;
  return (
    <Dialog title={words.title} size="page" onClose={onClose}>
      <div className="shortcuts">
        {(['meeting', 'app'] as const).map((scope) => (
          <section key={scope}>
            <h3 className="card__title">{words.scopes[scope]}</h3>
            <dl className="shortcuts__list">
              {shortcutNames
                .filter((name) => shortcuts[name].scope === scope)
                .map((name) => (
                  <div key={name} className="shortcuts__line">
                    <dt>{words.does[name]}</dt>
                    <dd>
                      <Keys name={name} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <p>{words.onMac}</p>
      </div>
      <div className="dialog__actions">
        <button type="button" className="fr-btn" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </Dialog>
  );
}

function Keys({ name }: { readonly name: ShortcutName }): ReactNode {
  const keys = useKeyNames()(name);
  return (
    <kbd>
      {keys.map((key, index) => (
        <Fragment key={key}>
          {index > 0 && '+'}
          <kbd className="shortcuts__key">{key}</kbd>
        </Fragment>
      ))}
    </kbd>
  );
}
