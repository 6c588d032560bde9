import type { ReactNode } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { useNavigation } from '../../ui/navigation/navigation-context.ts';
import { useWords } from '../../ui/words-context.ts';
import './accessibility-statement.css';

export function AccessibilityStatementPage({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { accessibilityStatement, shortcuts } = useWords();
  const navigation = useNavigation();
  return (
    <Dialog title={accessibilityStatement.title} size="page" onClose={onClose}>
      <div className="accessibility-statement">
        {accessibilityStatement.sections.map(({ title, text }) => (
          <section key={title}>
            <h3 className="card__title">{title}</h3>
            {text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
      <div className="dialog__actions">
        <button type="button" className="fr-btn" onClick={onClose}>
          {accessibilityStatement.close}
        </button>
        <button
          type="button"
          className="fr-btn fr-btn--secondary"
          onClick={() => navigation.getState().open({ name: 'shortcuts' })}
        >
          {shortcuts.title}
        </button>
      </div>
    </Dialog>
  );
}
