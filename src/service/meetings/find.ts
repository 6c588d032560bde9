import { ok, type Result } from '../../shared/result.ts';
import type { Role } from '../../shared/meeting.ts';
import { refuse, type Refusal } from '../errors.ts';
import type { Parts } from './parts.ts';
import { personOf, type KnownPerson, type MeetingState } from './state.ts';

/** Null from the very millisecond of its deadline, whether or not anybody has looked after it. */
export async function findOpenMeeting(
  { store }: Pick<Parts, 'store'>,
  meetingId: string,
): Promise<MeetingState | null> {
  const meeting = await store.find(meetingId);
  return meeting && store.now() < meeting.expiresAt ? meeting : null;
}

/** What a code opens; meeting-over for every code that opens nothing, whatever is wrong with it. */
export async function findInvitation(
  parts: Pick<Parts, 'store' | 'codes'>,
  code: string,
): Promise<Result<{ meeting: MeetingState; role: Role }, Refusal>> {
  const invitation = parts.codes.read(code);
  const meeting = invitation && (await findOpenMeeting(parts, invitation.meetingId));
  return meeting ? ok({ meeting, role: invitation.role }) : refuse('meeting-over');
}

/** Whose participation token this is. Refuses with not-signed-in, meeting-over or removed. */
export async function findParticipation(
  parts: Pick<Parts, 'store' | 'tokens'>,
  token: string,
): Promise<Result<{ meeting: MeetingState; person: KnownPerson }, Refusal>> {
  const participation = parts.tokens.read(token);
  if (!participation) return refuse('not-signed-in');
  const meeting = await findOpenMeeting(parts, participation.meetingId);
  if (!meeting || participation.deadline <= parts.store.now()) return refuse('meeting-over');
  const person = personOf(meeting, participation.identity);
  // Somebody who left so long ago, in so large a crowd, that the store has forgotten them: the link lets them in.
  if (!person) return refuse('not-signed-in');
  return person.place.kind === 'removed' ? refuse('removed') : ok({ meeting, person });
}
