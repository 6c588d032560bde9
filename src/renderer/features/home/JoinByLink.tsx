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
import { useWords } from '../../ui/words-context.ts';
import { useMeetingStore } from '../meeting/meeting-context.ts';
import { WhichInvitation } from './WhichInvitation.tsx';

/** What came of the text at the last « Rejoindre ». */
type Answer =
  | { readonly name: 'lacking'; readonly lacking: Lacking }
  | { readonly name: 'several'; readonly invitations: readonly FoundInvitation[] };

export function JoinByLink({ serverOrigin }: { readonly serverOrigin: string }): ReactNode {
  const { home } = useWords().shell;
  const meeting = useMeetingStore();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const fieldId = useId();
  const hintId = useId();
  const errorId = useId();
  const lacking = answer?.name === 'lacking' ? answer.lacking : null;

  const change = (to: string): void => {
    setText(to);
    setAnswer(null);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = findInvitations(text, serverOrigin);
    if (!found.ok) {
      setAnswer({ name: 'lacking', lacking: found.error });
      field.current?.focus();
    } else if (found.value.length > 1) setAnswer({ name: 'several', invitations: found.value });
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
        <div className={lacking ? 'fr-input-group fr-input-group--error' : 'fr-input-group'}>
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
              aria-describedby={lacking ? `${hintId} ${errorId}` : hintId}
              aria-invalid={lacking !== null}
              onChange={(event) => change(event.target.value)}
              onKeyDown={submitOnEnter}
              onPaste={paste}
            />
            <button type="submit" className="fr-btn fr-btn--secondary">
              {home.join}
            </button>
          </div>
          <div className="fr-messages-group" aria-live="assertive">
            {lacking && (
              <p id={errorId} className="fr-message fr-message--error">
                {home.linkLacking[lacking]}
              </p>
            )}
          </div>
          {answer?.name === 'several' && (
            <WhichInvitation
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
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
