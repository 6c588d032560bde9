import type { Moderation } from '../../shared/moderation.ts';
import { ok, type Result } from '../../shared/result.ts';
import { refuse, type Refusal } from '../errors.ts';
import type { Deed } from '../audit/audit.ts';
import { carryOut } from './carry-out.ts';
import { decide } from './decide.ts';
import type { Parts } from './parts.ts';
import { referenceOf } from './reference.ts';
import { updateMeeting } from './update-meeting.ts';

type Needs = Pick<Parts, 'store' | 'media' | 'announcements' | 'telephone' | 'audit' | 'log'>;

/**
 * Does what the moderator `by` asks for, if they still are one. Refuses with not-allowed, bad-request (a target that was
 * never in this meeting), meeting-full, meeting-over, or media-unreachable for what LiveKit alone could do.
 */
export async function moderate(
  parts: Needs,
  meetingId: string,
  by: string,
  wish: Moderation,
): Promise<Result<void, Refusal>> {
  const decided = await updateMeeting(parts, meetingId, (state) => {
    const { state: next, answer } = decide(state, by, wish, parts.store.now());
    return { state: next, answer: { answer, room: next.room, changed: next !== state } };
  });
  if (decided === null) return refuse('meeting-over');
  const { answer, room, changed } = decided;
  if (!answer.ok) return answer;
  parts.log.info({ reference: referenceOf(meetingId), action: wish.action }, 'moderated');
  // What was so already is not kept again: whoever repeats it without end would fill the audit.
  const deed = changed ? deedOf(wish, by) : null;
  if (deed) parts.audit.note(meetingId, deed);
  // Not waited for: whoever dials in meanwhile finds the meeting locked.
  if (wish.action === 'set-locked') void parts.telephone?.tend(meetingId);
  const done = await carryOut(parts, meetingId, room, answer.value);
  return done.ok ? ok() : refuse(done.error, { retryAfter: 5 });
}

/** What the audit keeps of it: what shuts people out, or gives somebody the same power. */
function deedOf(wish: Moderation, by: string): Deed | null {
  switch (wish.action) {
    case 'remove':
      return { event: 'removed', by, target: wish.target };
    case 'promote':
      return { event: 'promoted', by, target: wish.target };
    case 'set-locked':
      return { event: wish.locked ? 'locked' : 'unlocked', by };
    default:
      return null;
  }
}
