import { useEffect, useId, useRef, type ReactNode } from 'react';
import { writeInvitationLink, type InvitationLink } from '../../../shared/invitation-link.ts';
import type { FoundInvitation } from '../../../shared/pasted-invitation.ts';
import { useWords } from '../../ui/words-context.ts';

type Props = {
  readonly invitations: readonly FoundInvitation[];
  readonly onChoose: (link: InvitationLink) => void;
};

/** The pasted text holds several links: only who pasted it knows which one was meant. */
export function WhichInvitation({ invitations, onChoose }: Props): ReactNode {
  const { home } = useWords().shell;
  const group = useRef<HTMLDivElement>(null);
  const question = useId();

  useEffect(() => group.current?.focus(), []);

  return (
    <div ref={group} className="home__which" role="group" tabIndex={-1} aria-labelledby={question}>
      <p id={question} className="fr-message fr-message--info">
        {home.whichLink(invitations.length)}
      </p>
      <ul className="fr-raw-list">
        {invitations.map(({ link, label }) => (
          <li key={writeInvitationLink(link)}>
            <button type="button" className="home__which-link" onClick={() => onChoose(link)}>
              {label && <span className="home__which-label">{label}</span>}
              <span>{writeInvitationLink(link)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
