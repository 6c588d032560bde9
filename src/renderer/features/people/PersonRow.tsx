import { RiMicFill, RiMicOffFill, RiPhoneLine, RiVerifiedBadgeFill } from '@remixicon/react';
import type { Participant } from 'livekit-client';
import { memo, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { Unverified } from '../session/participants/Unverified.tsx';
import { useParticipant } from '../session/participants/use-participant.ts';

type Props = {
  readonly participant: Participant;
  /** Our own name as the service admitted us; null for the others. */
  readonly ownName: string | null;
  /** Null: as LiveKit knows it. */
  readonly isMicrophoneOn: boolean | null;
  /** Could be taken for a verified agent. */
  readonly unverified: boolean;
};

export const PersonRow = memo(function PersonRow(props: Props): ReactNode {
  const { participant, ownName, unverified } = props;
  const { people } = useWords().room;
  const person = useParticipant(participant);
  const isOn = props.isMicrophoneOn ?? person.microphone;
  const notes = [...(ownName === null ? [] : [people.you]), ...(person.moderator ? [people.moderator] : [])];
  const sound = person.speaking ? people.speaking : isOn ? people.live : people.muted;
  const Microphone = isOn ? RiMicFill : RiMicOffFill;
  return (
    <li className="person" data-speaking={person.speaking}>
      <span className="person__text">
        <span className="person__name">
          <span className="person__called">{person.name || ownName || people.unnamed}</span>
          {person.verified === 'agent' && (
            <RiVerifiedBadgeFill
              className="person__badge"
              size={16}
              role="img"
              aria-label={people.verified}
            />
          )}
          {person.verified === 'phone' && (
            <RiPhoneLine className="person__badge" size={16} role="img" aria-label={people.phone} />
          )}
        </span>
        {unverified && <Unverified />}
        {notes.length > 0 && <span className="person__notes">{notes.join(' · ')}</span>}
      </span>
      <Microphone className="person__sound" size={20} role="img" aria-label={sound} />
    </li>
  );
});
