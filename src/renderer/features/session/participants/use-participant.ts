import type { Participant, Track } from 'livekit-client';
import { useContext, useMemo, useSyncExternalStore } from 'react';
import { BadgesContext } from './badges-context.ts';
import { watchPerson, type Person } from './person.ts';

/**
 * Somebody as LiveKit knows them now, with the picture of `source` if one is wanted. Renders again only when something that is
 * shown has changed.
 */
export function useParticipant(participant: Participant, source: Track.Source | null = null): Person {
  const person = useMemo(() => watchPerson(participant, source), [participant, source]);
  const shown = useSyncExternalStore(person.onChange, person.current);
  const showsBadges = useContext(BadgesContext);
  return showsBadges ? shown : { ...shown, moderator: false, interpreter: false, verified: undefined };
}
