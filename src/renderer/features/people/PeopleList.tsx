import type { Participant } from 'livekit-client';
import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import './people.css';
import { PersonRow } from './PersonRow.tsx';

type Props = {
  /** Ourselves first. */
  readonly participants: readonly Participant[];
  readonly ownName: string;
  /** As our own button says it, also while the connection is lost. */
  readonly isOwnMicrophoneOn: boolean;
  /** Identities of those who could be taken for a verified agent. */
  readonly unverified: ReadonlySet<string>;
};

export function PeopleList({ participants, ownName, isOwnMicrophoneOn, unverified }: Props): ReactNode {
  const { people } = useWords().room;
  return (
    <ul className="people" aria-label={people.list}>
      {participants.map((participant, index) => (
        <PersonRow
          key={participant.identity || 'me'}
          participant={participant}
          ownName={index === 0 ? ownName : null}
          isMicrophoneOn={index === 0 ? isOwnMicrophoneOn : null}
          unverified={unverified.has(participant.identity)}
        />
      ))}
    </ul>
  );
}
