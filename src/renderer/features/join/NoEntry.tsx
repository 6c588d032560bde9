import type { ReactNode } from 'react';
import type { InvitationLink } from '../../../shared/invitation-link.ts';
import { useWords } from '../../ui/words-context.ts';
import { useMeetingStore } from '../meeting/meeting-context.ts';
import { useService } from '../settings/service-context.ts';

type Props = { readonly locked: boolean; readonly link: InvitationLink };

/** Said before a name is asked for: nobody fills in a form to be refused. */
export function NoEntry({ locked, link }: Props): ReactNode {
  const { join } = useWords().shell;
  const meeting = useMeetingStore();
  const { maxParticipants } = useService((store) => store.service.limits);
  return (
    <>
      <div className="fr-alert fr-alert--warning fr-alert--sm" role="alert">
        <p>{locked ? join.locked : join.full(maxParticipants)}</p>
      </div>
      <div className="join__actions">
        <button type="button" className="fr-btn" onClick={() => void meeting.getState().receiveLink(link)}>
          {join.retry}
        </button>
        <button type="button" className="fr-link" onClick={() => meeting.getState().goHome()}>
          {join.goHome}
        </button>
      </div>
    </>
  );
}
