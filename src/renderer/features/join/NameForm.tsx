import { useEffect, useId, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { maxNameLength, parseDisplayName, type NameFault } from '../../../shared/names/display-name.ts';
import { OutsideLink } from '../../ui/OutsideLink.tsx';
import { useWords } from '../../ui/words-context.ts';
import { useMeetingStore } from '../meeting/meeting-context.ts';
import { useService } from '../settings/service-context.ts';

type Props = {
  readonly rememberedName: string;
  /** « Rejoindre » was clicked and the answer is awaited. */
  readonly sent: boolean;
  /** Whose page about personal data can be named. */
  readonly isOwnServer: boolean;
  /** Of the text that names the service. */
  readonly serviceId: string;
  /** The name to remember if the page has to be shown again. */
  readonly onName: (name: string) => void;
};

export function NameForm({ rememberedName, sent, isOwnServer, serviceId, onName }: Props): ReactNode {
  const { join } = useWords().shell;
  const meeting = useMeetingStore();
  const privacy = useService((store) => store.service.links.privacy);
  const [name, setName] = useState(rememberedName);
  const [error, setError] = useState<NameFault | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  // The field has the focus from the start: whoever does not see the page would pass by whose service it is.
  const described = isOwnServer ? `${id}-hint` : `${serviceId} ${id}-hint`;

  // Ready to be typed over: the name of the last time is a proposal.
  useEffect(() => field.current?.select(), []);

  const refuse = (reason: typeof error): void => {
    setError(reason);
    field.current?.focus();
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const parsed = parseDisplayName(name);
    if (!parsed.ok) return refuse(parsed.error);
    onName(parsed.value);
    const failure = await meeting.getState().join(parsed.value);
    // Any other failure has a page of its own.
    return failure?.code === 'bad-request' ? refuse('unreadable') : undefined;
  };

  return (
    <form className="join__form" noValidate onSubmit={(event) => void submit(event)}>
      <div className={error ? 'fr-input-group fr-input-group--error' : 'fr-input-group'}>
        <label className="fr-label" htmlFor={`${id}-name`}>
          {join.name}
        </label>
        <span className="fr-hint-text" id={`${id}-hint`}>
          {join.nameHint}
          <br />
          {join.nameExample}
        </span>
        <input
          ref={field}
          id={`${id}-name`}
          className="fr-input join__name"
          type="text"
          autoComplete="name"
          spellCheck={false}
          value={name}
          readOnly={sent}
          aria-required
          aria-invalid={error !== null}
          aria-describedby={error ? `${id}-error ${described}` : described}
          onChange={(event) => {
            setName(event.target.value);
            setError(null);
          }}
        />
        <div className="fr-messages-group" aria-live="assertive">
          {error && (
            <p id={`${id}-error`} className="fr-message fr-message--error">
              {error === 'too-long' ? join.nameFault[error](maxNameLength) : join.nameFault[error]}
            </p>
          )}
        </div>
      </div>
      <p className="join__privacy">
        {join.privacy}{' '}
        {isOwnServer && privacy && (
          <OutsideLink page="privacy" address={privacy}>
            {join.privacyLink}
          </OutsideLink>
        )}
      </p>
      <div className="join__actions">
        <button type="submit" className="fr-btn fr-btn--lg" aria-disabled={sent} aria-busy={sent}>
          {sent ? join.submitting : join.submit}
        </button>
        <button type="button" className="fr-link" onClick={() => meeting.getState().goHome()}>
          {join.goHome}
        </button>
      </div>
    </form>
  );
}
