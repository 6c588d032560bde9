import type { Participant } from 'livekit-client';
import { useContext, useMemo, useSyncExternalStore } from 'react';
import { MarksContext } from './marks-context.ts';
import { watchPerson, type Person } from './person.ts';

/** Somebody as LiveKit knows them now; renders again only when something that is shown has changed. */
export function useParticipant(participant: Participant): Person {
  const person = useMemo(() => watchPerson(participant), [participant]);
  const shown = useSyncExternalStore(person.onChange, person.current);
  const hasMarks = useContext(MarksContext);
  return hasMarks ? shown : { ...shown, moderator: false, verified: undefined };
}
