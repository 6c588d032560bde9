import {
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type SubmitEvent,
} from 'react';
import { writeInvitationLink } from '../../../shared/invitation-link.ts';
import {
  findInvitations,
  findLinks,
  type FoundInvitation,
  type Lacking,
} from '../../../shared/pasted-invitation.ts';
import { isNamedKey } from '../../../shared/shortcuts/shortcut-key.ts';
import { useWords } from '../../ui/words-context.ts';
import { useMeetingStore } from '../meeting/meeting-context.ts';
import { WhichInvitation } from './WhichInvitation.tsx';

/** What came of the text at the last « Rejoindre ». */
type Answer =
  | { readonly name: 'lacking'; readonly lacking: Lacking }
  | { readonly name: 'several'; readonly invitations: readonly FoundInvitation[]; readonly askedAt: number }
  | { readonly name: 'too-many'; readonly count: number };

/** More than these are no choice: whoever pasted a whole mailbox is asked for less. */
const mostOffered = 4;

export function JoinByLink({ serverOrigin }: { readonly serverOrigin: string }): ReactNode {
  const { home } = useWords().shell;
  const meeting = useMeetingStore();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const fieldId = useId();
  const hintId = useId();
  const errorId = useId();
  const error =
    answer?.name === 'lacking'
      ? home.linkLacking[answer.lacking]
      : answer?.name === 'too-many'
        ? home.tooManyLinks(answer.count)
        : null;

  const change = (to: string): void => {
    setText(to);
    setAnswer(null);
  };
  const refuse = (refusal: Answer): void => {
    setAnswer(refusal);
    field.current?.focus();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = findInvitations(text, serverOrigin);
    if (!found.ok) refuse({ name: 'lacking', lacking: found.error });
    else if (found.value.length > mostOffered) refuse({ name: 'too-many', count: found.value.length });
    else if (found.value.length > 1)
      setAnswer({ name: 'several', invitations: found.value, askedAt: event.timeStamp });
    else void meeting.getState().receiveLink(found.value[0].link);
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const copied = event.clipboardData;
    if (findInvitations(copied.getData('text/plain'), serverOrigin).ok) return;
    // « Rejoindre la réunion », copied from a mail: the address is only behind the words.
    const behind = findLinks(copied.getData('text/html')).map(({ link }) => writeInvitationLink(link));
    if (behind.length === 0) return;
    event.preventDefault();
    const { currentTarget: area } = event;
    area.setRangeText(behind.join('\n'), area.selectionStart, area.selectionEnd, 'end');
    change(area.value);
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
            {/* Of several lines: an <input> would take the line breaks out of a pasted text, and with them what parts its words. */}
            <textarea
              ref={field}
              id={fieldId}
              className="fr-input home__link-field"
              rows={1}
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              value={text}
              aria-describedby={error ? `${hintId} ${errorId}` : hintId}
              aria-invalid={error !== null}
              onChange={(event) => change(event.target.value)}
              onKeyDown={submitOnEnter}
              onPaste={paste}
            />
            <button type="submit" className="fr-btn fr-btn--secondary">
              {home.join}
            </button>
          </div>
          <div className="fr-messages-group" aria-live="assertive">
            {error && (
              <p id={errorId} className="fr-message fr-message--error">
                {error}
              </p>
            )}
          </div>
          {answer?.name === 'several' && (
            // « Rejoindre » once more with the same text asks anew: the question has the focus again.
            <WhichInvitation
              key={answer.askedAt}
              invitations={answer.invitations}
              onChoose={(link) => void meeting.getState().receiveLink(link)}
            />
          )}
        </div>
      </form>
    </section>
  );
}

/** As in a field of one line. While a word is being composed (Chinese, accents) Enter only ends it. */
function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (!isNamedKey(event, 'Enter') || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
