import type { Admission, Lookup, Waiting } from '../../../shared/meeting.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { words } from '../../../shared/words/words.ts';
import type { Agent } from '../../agents/agent.ts';
import type { Refusal } from '../../refusal.ts';
import { admit } from './admit.ts';
import { findInvitationWithinLimit } from './find-invitation.ts';
import { guestName, newPerson, openerName } from './person-names.ts';
import { openerOf } from './own-meetings.ts';
import type { MeetingDeps } from '../deps.ts';
import { takenSeats } from '../meeting-state.ts';

/** Takes a seat in the meeting that the code opens, or waits for one, under a new identity and the code's role. */
export async function joinMeeting(
  deps: MeetingDeps,
  request: { readonly code: string; readonly displayName: string },
  findAgent: () => Promise<Result<Agent | null, Refusal>>,
): Promise<Result<Admission | Waiting, Refusal>> {
  const found = await findInvitationWithinLimit(deps, request.code, 'join');
  if (!found.ok) return found;
  const { meeting, role } = found.value;
  // After the code, so that the issuer is not asked about links that are dead.
  const agent = await findAgent();
  if (!agent.ok) return agent;
  const known = agent.value?.displayName === undefined ? null : agent.value;
  const name = known ? openerName(known, request.displayName) : guestName(request.displayName);
  if (!name.ok) return name;
  const opened = known !== null && meeting.opener === openerOf(known);
  const person = newPerson(deps, {
    displayName: name.value,
    role: opened ? 'moderator' : role,
    verified: known ? 'agent' : 'guest',
    ...(opened ? { opener: true } : {}),
  });
  return admit(deps, meeting.id, person);
}

/** What the code opens, without going in: asks the store only, never LiveKit. */
export async function lookUp(deps: MeetingDeps, code: string): Promise<Result<Lookup, Refusal>> {
  const found = await findInvitationWithinLimit(deps, code, 'look');
  if (!found.ok) return found;
  const { meeting, role } = found.value;
  return ok({
    meetingId: meeting.id,
    role,
    title: words.fr.meeting.title,
    expiresAt: new Date(meeting.expiresAt).toISOString(),
    serverNow: new Date(deps.store.now()).toISOString(),
    full: takenSeats(meeting, deps.store.now()) >= meeting.maxParticipants,
    locked: meeting.locked,
    waitingRoom: meeting.waitingRoom || (role === 'moderator' && meeting.moderatorLinkClosed),
  });
}
