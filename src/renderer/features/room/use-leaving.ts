import { useConnection } from '../session/connection/use-connection.ts';
import { isModerator } from '../session/participants/participants.ts';
import { useRoster } from '../session/participants/roster-context.ts';
import { useStay } from '../session/stay-context.ts';
import { whatLeavingMeans, type Leaving } from './leaving.ts';

/** What leaving now would mean for the others. */
export function useLeaving(): Leaving {
  const { entry, meeting } = useStay();
  const isConnecting = useConnection() === 'connecting';
  const [, ...others] = useRoster().participants;
  // Nobody has the links of a meeting that its opener has not entered yet.
  const isKnown = !isConnecting || entry === 'opened';
  const known = isKnown ? others.map((other) => ({ moderator: isModerator(other) })) : null;
  return whatLeavingMeans(meeting.role, known);
}
