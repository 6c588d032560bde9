import { ok, type Result } from '../../../shared/result.ts';
import type { Role } from '../../../shared/meeting.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import type { MeetingDeps } from '../deps.ts';
import { personOf, type KnownPerson, type MeetingState } from '../meeting-state.ts';

/** Null from the exact millisecond of the deadline, even if the meeting has not been ended yet. */
export async function findOpenMeeting(
  { store }: Pick<MeetingDeps, 'store'>,
  meetingId: string,
): Promise<MeetingState | null> {
  const meeting = await store.find(meetingId);
  return meeting && store.now() < meeting.expiresAt ? meeting : null;
}

/** What a code opens; meeting-over for every code that opens nothing, whatever is wrong with it. */
export async function findInvitation(
  deps: Pick<MeetingDeps, 'store' | 'codes'>,
  code: string,
): Promise<Result<{ meeting: MeetingState; role: Role }, Refusal>> {
  const invitation = deps.codes.read(code);
  const meeting = invitation && (await findOpenMeeting(deps, invitation.meetingId));
  return meeting ? ok({ meeting, role: invitation.role }) : refuse('meeting-over');
}

/**
 * The same, rate-limited, for people who join or look at what they would join: too-many-requests during a storm on
 * one meeting's links.
 */
export async function findInvitationWithinLimit(
  deps: Pick<MeetingDeps, 'store' | 'codes' | 'rateLimits'>,
  code: string,
  purpose: 'look' | 'join',
): ReturnType<typeof findInvitation> {
  const found = await findInvitation(deps, code);
  // Counted only if found: an ended meeting's code must look like one that never existed.
  if (!found.ok) return found;
  const { meeting, role } = found.value;
  return deps.rateLimits.allowsEntry(meeting, role, purpose) ? found : tooMany(longestWait);
}

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
    : tooMany(waitOf(person, deps.store.now()));
}

const tooMany = (retryAfter: number) => refuse('too-many-requests', { retryAfter });

/** Seconds: the budgets are of a minute. */
const longestWait = 60;

/** Half of the time for which a place is held: told to wait for longer, its owner would lose it. */
function waitOf({ place }: KnownPerson, now: number): number {
  const heldUntil = 'heldUntil' in place ? place.heldUntil : null;
  if (heldUntil === null) return longestWait;
  return Math.max(1, Math.min(longestWait, Math.floor((heldUntil - now) / 2000)));
}
