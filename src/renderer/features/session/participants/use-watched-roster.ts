import type { Room } from 'livekit-client';
import { useMemo, useSyncExternalStore } from 'react';
import { watchRoster, type Roster } from './roster.ts';

/** Who is in the room, and who of them could be taken for a verified agent: for the one provider above all who read it. */
export function useWatchedRoster(room: Room): Roster {
  const roster = useMemo(() => watchRoster(room), [room]);
  return useSyncExternalStore(roster.onChange, roster.current);
}
