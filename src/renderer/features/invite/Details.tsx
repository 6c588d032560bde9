import { RiPhoneLine, RiTimeLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import type { Meeting } from '../../../shared/meeting.ts';
import { sayPin } from '../../../shared/telephone.ts';
import { formatClockTime, formatDuration } from '../../ui/format-time.ts';
import { useLanguage, useWords } from '../../ui/words-context.ts';
import './details.css';
import { LinkCard } from './LinkCard.tsx';
import { SendInvitation } from './SendInvitation.tsx';

type Props = { readonly meeting: Meeting; readonly minutesLeft: number };

/** What « Détails de la session » holds: how long, who may come in with which link, and the ready invitation. */
export function Details({ meeting, minutesLeft }: Props): ReactNode {
  const { details } = useWords().room;
  const { language } = useLanguage();
  const left = formatDuration(minutesLeft * 60_000, language);
  const end = formatClockTime(meeting.expiresAt, language);
  const { moderator, participant } = meeting.links;
  return (
    <div className="details">
      <div>
        <h3 className="details__title">{meeting.title}</h3>
        {meeting.welcome !== '' && <p className="details__welcome">{meeting.welcome}</p>}
        <p className="details__time">
          <RiTimeLine size={20} aria-hidden />
          {details.timeLeft(left, end)}
        </p>
      </div>
      <LinkCard
        link={participant}
        name={details.participantLink}
        allows={details.participantAllows}
        copied={details.participantCopied}
      />
      {moderator !== undefined && (
        <LinkCard
          link={moderator}
          name={details.moderatorLink}
          allows={details.moderatorAllows}
          copied={details.moderatorCopied}
        />
      )}
      {meeting.telephone && <Telephone {...meeting.telephone} />}
      <p className="details__small">
        {details.whoCanJoin}
        {meeting.reference !== '' && (
          <>
            <br />
            {details.reference(meeting.reference)}
          </>
        )}
      </p>
      <SendInvitation meeting={meeting} />
    </div>
  );
}

function Telephone({ number, pin }: { readonly number: string; readonly pin: string }): ReactNode {
  const { details } = useWords().room;
  return (
    <section className="link-card">
      <h3 className="link-card__name details__by-telephone">
        <RiPhoneLine size={16} aria-hidden /> {details.telephone}
      </h3>
      <dl className="details__telephone">
        <dt>{details.number}</dt>
        <dd>{number}</dd>
        <dt>{details.pin}</dt>
        <dd>{sayPin(pin)}</dd>
      </dl>
    </section>
  );
}
