import { ok, type Result } from '../../shared/result.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { MeetingDeps } from './deps.ts';
import { findOpenMeeting } from './find-open-meeting.ts';
import { personOf, type KnownPerson, type MeetingState } from './meeting-state.ts';

/** Whose participation token this is. Refuses with not-signed-in, meeting-over, removed or too-many-requests. */
export async function findParticipation(
  deps: Pick<MeetingDeps, 'store' | 'tokens' | 'rateLimits'>,
  token: string,
  purpose?: 'listen',
): Promise<Result<{ meeting: MeetingState; person: KnownPerson }, Refusal>> {
  const participation = deps.tokens.read(token);
  if (!participation) return refuse('not-signed-in');
  const meeting = await findOpenMeeting(deps, participation.meetingId);
  if (!meeting || participation.deadline <= deps.store.now()) return refuse('meeting-over');
  const person = personOf(meeting, participation.identity);
  // They left so long ago, among so many people, that the store has forgotten them: the link lets them in.
  if (!person) return refuse('not-signed-in');
  if (person.place.kind === 'removed') return refuse('removed');
  return deps.rateLimits.allowsCall(meeting, person, purpose)
    ? ok({ meeting, person })
    : refuse('too-many-requests', { retryAfter: waitOf(person, deps.store.now()) });
}

/** Seconds: the budgets are of a minute. */
const longestWait = 60;

/** Half of the time for which a place is held: told to wait for longer, its owner would lose it. */
function waitOf({ place }: KnownPerson, now: number): number {
  const heldUntil = 'heldUntil' in place ? place.heldUntil : null;
  if (heldUntil === null) return longestWait;
  return Math.max(1, Math.min(longestWait, Math.floor((heldUntil - now) / 2000)));
}
