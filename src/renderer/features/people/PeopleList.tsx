import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useRoster } from '../session/participants/roster-context.ts';
import { useOwnTrack, useOwnTracks } from '../session/session-context.ts';
import { useStay } from '../session/stay-context.ts';
import './people.css';
import { PersonRow } from './PersonRow.tsx';

/** Everybody, ourselves first. Our own line says the same as our button, also while the connection is lost. */
export function PeopleList(): ReactNode {
  const { people } = useWords().room;
  const { participants, unverified } = useRoster();
  const { self } = useStay();
  const isOwnMicrophoneOn = useOwnTrack(useOwnTracks().microphone) === 'on';
  return (
    <ul className="people" aria-label={people.list}>
      {participants.map((participant, index) => (
        <PersonRow
          key={participant.identity || 'me'}
          participant={participant}
          ownName={index === 0 ? self.displayName : null}
          isMicrophoneOn={index === 0 ? isOwnMicrophoneOn : null}
          unverified={unverified.has(participant.identity)}
        />
      ))}
    </ul>
  );
}
