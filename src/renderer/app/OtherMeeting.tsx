import type { ReactNode } from 'react';
import type { InvitationLink } from '../../shared/invitation-link.ts';
import { useMeetingStore } from '../features/meeting/meeting-context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useWords } from '../ui/words-context.ts';

type Props = { readonly link: InvitationLink; readonly onClose: () => void };

/** A link to another meeting during a meeting: one is never taken out of the first unasked. */
export function OtherMeeting({ link, onClose }: Props): ReactNode {
  const { otherMeeting } = useWords().shell;
  const meeting = useMeetingStore();
  return (
    <Dialog title={otherMeeting.title} onClose={onClose}>
      <p>{otherMeeting.question}</p>
      <div className="dialog__actions">
        <button type="button" className="fr-btn" data-autofocus onClick={onClose}>
          {otherMeeting.stay}
        </button>
        <button
          type="button"
          className="fr-btn fr-btn--secondary"
          onClick={() => void meeting.getState().leaveForOther(link)}
        >
          {otherMeeting.leaveAndJoin}
        </button>
      </div>
    </Dialog>
  );
}
