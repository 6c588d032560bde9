import { createContext, useContext } from 'react';
import type { Roster } from './roster.ts';

export const RosterContext = createContext<Roster | null>(null);

/** Who is in the room, and who of them could be taken for a verified agent. */
export function useRoster(): Roster {
  const roster = useContext(RosterContext);
  if (!roster) throw new Error('useRoster needs a RosterContext above it');
  return roster;
}
