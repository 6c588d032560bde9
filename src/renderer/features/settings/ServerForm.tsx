import { useId, useRef, useState, type ClipboardEvent, type ReactNode, type SubmitEvent } from 'react';
import type { FailureCode } from '../../../shared/failure.ts';
import { useWords } from '../../ui/words-context.ts';
import { serviceOfInvitation } from './service-of-invitation.ts';
import { useSettings } from './settings-context.ts';
import './settings-page.css';

type Props = { readonly onDone: () => void; readonly onCancel?: () => void };

/** The address of a meeting service, looked at before it is taken. */
export function ServerForm({ onDone, onCancel }: Props): ReactNode {
  const { chooseServer: words } = useWords().shell;
  const { failure: failures } = useWords().endings;
  const { cancel } = useWords().settingsPage;
  const choose = useSettings((store) => store.chooseServer);
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<FailureCode | null>(null);
  const [looking, setLooking] = useState(false);
  const [isTaken, setIsTaken] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const change = (to: string, taken = false): void => {
    setTyped(to);
    setIsTaken(taken);
    setTrouble(null);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const copied = event.clipboardData;
    const service =
      serviceOfInvitation(copied.getData('text/plain')) ?? serviceOfInvitation(copied.getData('text/html'));
    if (service === null || looking) return;
    event.preventDefault();
    change(service, true);
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (looking) return;
    setLooking(true);
    // An invitation may also have been typed, or dropped there.
    const failure = await choose(serviceOfInvitation(typed) ?? typed);
    setLooking(false);
    // Main asked, and the answer was no.
    setTrouble(failure === null || failure.code === 'not-allowed' ? null : failure.code);
    if (failure === null) onDone();
    else field.current?.focus();
  };
  // Whoever typed an address is told about the address; an administrator's would be theirs to correct.
  const told =
    trouble === null
      ? null
      : {
          ...failures,
          'bad-request': words.noAddress,
          'not-a-service': words.notThere,
          'service-unreachable': words.noAnswer,
        }[trouble];

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <div className={told ? 'fr-input-group fr-input-group--error' : 'fr-input-group'}>
        <label className="fr-label" htmlFor={id}>
          {words.address}
        </label>
        <span className="fr-hint-text" id={`${id}-hint`}>
          {words.hint}
        </span>
        <input
          ref={field}
          id={id}
          className="fr-input server-form__field"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          readOnly={looking}
          aria-required
          aria-invalid={told !== null}
          aria-describedby={told ? `${id}-error ${id}-hint` : `${id}-hint`}
          onChange={(event) => change(event.target.value)}
          onPaste={paste}
        />
        <div className="fr-messages-group" aria-live="assertive">
          {told && (
            <p id={`${id}-error`} className="fr-message fr-message--error">
              {told.title} {told.advice}
            </p>
          )}
          {isTaken && !told && <p className="fr-message fr-message--info">{words.taken}</p>}
        </div>
      </div>
      <div className="server-form__actions">
        <button type="submit" className="fr-btn" aria-disabled={looking} aria-busy={looking}>
          {looking ? words.looking : words.use}
        </button>
        {onCancel && (
          <button type="button" className="fr-btn fr-btn--secondary" onClick={onCancel}>
            {cancel}
          </button>
        )}
      </div>
    </form>
  );
}
