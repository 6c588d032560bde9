import { ok, type Result } from '../../shared/result.ts';
import type { Role } from '../../shared/meeting.ts';
import { refuse, type Refusal } from '../errors.ts';
import type { Parts } from './parts.ts';
import type { OpenMeeting, Person } from './store.ts';

/** Null from the very millisecond of its deadline, whether or not the sweep has come by. */
export async function findOpenMeeting(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  meetingId: string,
): Promise<OpenMeeting | null> {
  const meeting = await store.findMeeting(meetingId);
  return meeting && clock() < meeting.expiresAt ? meeting : null;
}

/** What a code opens; meeting-over for every code that opens nothing, whatever is wrong with it. */
export async function findInvitation(
  parts: Pick<Parts, 'store' | 'clock' | 'codes'>,
  code: string,
): Promise<Result<{ meeting: OpenMeeting; role: Role }, Refusal>> {
  const invitation = parts.codes.read(code);
  const meeting = invitation && (await findOpenMeeting(parts, invitation.meetingId));
  return meeting ? ok({ meeting, role: invitation.role }) : refuse('meeting-over');
}

/** Whose participation token this is. Refuses with not-signed-in, meeting-over or removed. */
export async function findParticipation(
  parts: Pick<Parts, 'store' | 'clock' | 'tokens'>,
  token: string,
): Promise<Result<{ meeting: OpenMeeting; person: Person; recalled: boolean }, Refusal>> {
  const participation = parts.tokens.read(token);
  if (!participation) return refuse('not-signed-in');
  const meeting = await findOpenMeeting(parts, participation.meetingId);
  if (!meeting || participation.deadline <= parts.clock()) return refuse('meeting-over');
  const standing = await parts.store.findStanding(meeting.id, participation.identity);
  // Somebody who left so long ago, in so large a crowd, that the store has forgotten them: the link lets them in.
  if (!standing) return refuse('not-signed-in');
  return standing.removed ? refuse('removed') : ok({ meeting, ...standing });
}
