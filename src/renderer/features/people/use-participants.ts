import type { Participant, Room } from 'livekit-client';
import { useMemo, useSyncExternalStore } from 'react';
import { watchParticipants } from './participants.ts';

/** Who is in the room: ourselves first, then in the order of arrival. */
export function useParticipants(room: Room): readonly Participant[] {
  const participants = useMemo(() => watchParticipants(room), [room]);
  return useSyncExternalStore(participants.onChange, participants.current);
}
