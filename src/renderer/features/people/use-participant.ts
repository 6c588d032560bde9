import type { Participant } from 'livekit-client';
import { useMemo, useSyncExternalStore } from 'react';
import { watchPerson, type Person } from './person.ts';

/** Somebody as LiveKit knows them now; renders again only when something that is shown has changed. */
export function useParticipant(participant: Participant): Person {
  const person = useMemo(() => watchPerson(participant), [participant]);
  return useSyncExternalStore(person.onChange, person.current);
}
