import { ok, type Result } from '../../../shared/result.ts';
import type { Role } from '../../../shared/meeting.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import type { MeetingDeps } from '../deps.ts';
import { findOpenMeeting } from '../find-open-meeting.ts';
import type { MeetingState } from '../meeting-state.ts';

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
  return deps.rateLimits.allowsEntry(meeting, role, purpose)
    ? found
    : refuse('too-many-requests', { retryAfter: longestWait });
}

/** Seconds: the budgets are of a minute. */
const longestWait = 60;
