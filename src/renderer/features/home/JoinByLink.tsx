import { useId, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { parseLinkOrCode } from '../../../shared/invitation-link.ts';
import { useWords } from '../../ui/words-context.ts';
import { useMeetingStore } from '../meeting/meeting-context.ts';

export function JoinByLink({ serverOrigin }: { readonly serverOrigin: string }): ReactNode {
  const { home } = useWords().shell;
  const meeting = useMeetingStore();
  const [text, setText] = useState('');
  const [error, setError] = useState<'empty' | 'invalid' | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  const hintId = useId();
  const errorId = useId();

  const refuse = (reason: 'empty' | 'invalid'): void => {
    setError(reason);
    field.current?.focus();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return refuse('empty');
    const link = parseLinkOrCode(text, serverOrigin);
    if (!link.ok) return refuse('invalid');
    void meeting.getState().receiveLink(link.value);
  };

  return (
    <section className="card">
      <form noValidate onSubmit={submit}>
        <div className={error ? 'fr-input-group fr-input-group--error' : 'fr-input-group'}>
          <h2 className="card__title">
            <label htmlFor={fieldId}>{home.joinByLink}</label>
          </h2>
          <span className="fr-hint-text" id={hintId}>
            {home.joinByLinkHint}
          </span>
          <div className="home__link-row">
            <input
              ref={field}
              id={fieldId}
              className="fr-input"
              type="text"
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              value={text}
              aria-describedby={error ? `${hintId} ${errorId}` : hintId}
              aria-invalid={error !== null}
              onChange={(event) => {
                setText(event.target.value);
                setError(null);
              }}
            />
            <button type="submit" className="fr-btn fr-btn--secondary">
              {home.join}
            </button>
          </div>
          <div className="fr-messages-group" aria-live="assertive">
            {error && (
              <p id={errorId} className="fr-message fr-message--error">
                {error === 'empty' ? home.linkEmpty : home.linkInvalid}
              </p>
            )}
          </div>
        </div>
      </form>
    </section>
  );
}
