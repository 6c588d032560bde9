import type { Moderation } from '../../../shared/moderation.ts';
import { ok, unreachable, type Result } from '../../../shared/result.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import type { AuditEvent } from '../../operation/audit/audit.ts';
import { applyEffects } from './apply-effects.ts';
import { decideModeration, type Effects } from './moderation-rules.ts';
import { unmakeUnseen } from '../entering/entry-rules.ts';
import type { MeetingDeps } from '../deps.ts';
import { referenceOf } from '../meeting-reference.ts';
import { notePresence } from '../seats/seats.ts';
import { updateMeeting } from '../update-meeting.ts';

type Deps = Pick<MeetingDeps, 'store' | 'media' | 'announcements' | 'telephone' | 'audit' | 'log'>;

/**
 * Does what the moderator `by` asks for, if they still are one. Refuses with not-allowed, bad-request (a target that was
 * never in this meeting), meeting-full, meeting-over, or media-unreachable for what LiveKit alone could do.
 */
export async function moderate(
  deps: Deps,
  meetingId: string,
  by: string,
  request: Moderation,
): Promise<Result<void, Refusal>> {
  const decided = await updateMeeting(
    deps,
    meetingId,
    (state) => {
      const { state: next, answer } = decideModeration(state, by, request, deps.store.now());
      return { state: next, answer: { answer, room: next.room, changed: next !== state } };
    },
    'first',
  );
  if (decided === null) return refuse('meeting-over');
  const { answer, room, changed } = decided;
  if (!answer.ok) return answer;
  deps.log.info({ reference: referenceOf(meetingId), action: request.action }, 'moderated');
  // Only changes are recorded: repeating a request without end would fill the audit.
  const auditEvent = changed ? auditEventOf(request, by) : null;
  if (auditEvent) deps.audit.note(meetingId, auditEvent);
  // Not awaited: whoever dials in meanwhile finds the meeting locked.
  if (request.action === 'set-locked') void deps.telephone?.reconcileRule(meetingId);
  // In parallel: removed people are told before LiveKit has removed them, and an accomplice whom they prepared could
  // act in between.
  const [done, reset] = await Promise.all([
    applyEffects(deps, meetingId, room, answer.value),
    dealWithUnseen(deps, meetingId, by, answer.value),
  ]);
  await applyEffects(deps, meetingId, room, { reset });
  return done.ok ? ok() : refuse(done.error, { retryAfter: 5 });
}

/**
 * Takes from people who were never in the room what the decision takes from them. LiveKit is asked who is there now:
 * the last reconciliation may be older than people who have just come in. Answers whose rights have changed.
 */
async function dealWithUnseen(
  deps: Deps,
  meetingId: string,
  by: string,
  { unseen }: Effects,
): Promise<readonly string[]> {
  const { store, media } = deps;
  const meeting = unseen && (await store.find(meetingId));
  if (!meeting) return [];
  const at = store.now();
  const listed = await media.listParticipants(meeting.room);
  const present = listed.ok ? listed.value.map(({ identity }) => identity) : null;
  // Without an answer the next reconciliation frees the seats.
  if (!present) await store.bringForward(meetingId);
  const changed = await updateMeeting(
    deps,
    meetingId,
    (before) => {
      const isTold = present !== null && before.room === meeting.room;
      const state = isTold ? notePresence(before, { at, present }, store.now()).state : before;
      return unseen === 'their-seats' ? { state, answer: [] } : unmakeUnseen(state, by);
    },
    'first',
  );
  return changed ?? [];
}

/** The audit event of a request: for what shuts people out, or gives somebody the same power. */
function auditEventOf(request: Moderation, by: string): AuditEvent | null {
  switch (request.action) {
    case 'remove':
      return { event: 'removed', by, target: request.target };
    case 'promote':
      return { event: 'promoted', by, target: request.target };
    case 'set-locked':
      return { event: request.locked ? 'locked' : 'unlocked', by };
    case 'reopen-moderator-link':
      return { event: 'moderator-link-reopened', by };
    case 'mute':
    case 'mute-all':
    case 'set-publishing':
    case 'set-waiting-room':
    case 'admit':
    case 'refuse':
    case 'lower-hand':
    case 'set-interpreter':
    case 'set-spotlight':
      return null;
    default:
      return unreachable(request);
  }
}
