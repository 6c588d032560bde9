import { useMemo, type ReactNode } from 'react';
import type { InRoom } from '../meeting/meeting-phase.ts';
import { BadgesContext } from './participants/badges-context.ts';
import { RosterContext } from './participants/roster-context.ts';
import { useWatchedRoster } from './participants/use-watched-roster.ts';
import type { RoomSession } from './room-session.ts';
import { RoomSessionContext } from './session-context.ts';
import { StayContext, useStayOf } from './stay-context.ts';

type Props = {
  readonly session: RoomSession;
  readonly phase: InRoom;
  readonly children: ReactNode;
};

const nobody: ReadonlySet<string> = new Set();

/** What every part of the room may read: the session, the stay, and who is there. */
export function SessionProvider({ session, phase, children }: Props): ReactNode {
  const stay = useStayOf(phase);
  const watched = useWatchedRoster(session.room);
  // What somebody else's service says of people is not shown, so nobody could be taken for a verified agent.
  const showsBadges = stay.trust !== 'foreign';
  const roster = useMemo(
    () => (showsBadges ? watched : { ...watched, unverified: nobody }),
    [showsBadges, watched],
  );
  return (
    <RoomSessionContext value={session}>
      <StayContext value={stay}>
        <BadgesContext value={showsBadges}>
          <RosterContext value={roster}>{children}</RosterContext>
        </BadgesContext>
      </StayContext>
    </RoomSessionContext>
  );
}
