import type { EndReason } from '../../../shared/meeting.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import type { MeetingDeps } from '../deps.ts';
import { referenceOf } from '../meeting-reference.ts';
import { mayModerate } from '../moderating/rights.ts';
import { personOf, type MeetingState } from '../meeting-state.ts';

type Deps = Pick<MeetingDeps, 'store' | 'meetingRooms' | 'announcements' | 'telephone' | 'audit' | 'log'>;
type How = {
  readonly reason: EndReason;
  /** Who ended it; null: nobody. */
  readonly by: string | null;
  readonly only: (meeting: MeetingState) => boolean;
};

/** Ends what is over by itself; does nothing if `only` says no of what the meeting is by then. */
export async function endMeeting(
  deps: Deps,
  meetingId: string,
  reason: 'time' | 'empty',
  only: How['only'] = () => true,
): Promise<void> {
  await end(deps, meetingId, { reason, by: null, only });
}

/** What the moderator `by` asks for; not-allowed if they are none, or none any more. */
export async function endByModerator(
  deps: Deps,
  meetingId: string,
  by: string,
): Promise<Result<void, Refusal>> {
  const only: How['only'] = (meeting) => {
    const person = personOf(meeting, by);
    return person !== undefined && mayModerate(person, deps.store.now());
  };
  const done = await end(deps, meetingId, { reason: 'moderator', by, only });
  return done === 'kept' ? refuse('not-allowed') : ok();
}

/**
 * Ends the meeting for everybody: its links and tokens are dead before anything else happens, then its room is
 * deleted, then listeners are told. Does nothing if another call ended it, or if `only` says that it is to be kept.
 */
async function end(
  { store, meetingRooms, announcements, telephone, audit, log }: Deps,
  meetingId: string,
  { reason, by, only }: How,
): Promise<'over' | 'kept'> {
  const over = await store.update<MeetingState | 'kept'>(
    meetingId,
    (state) => (only(state) ? { state: null, answer: state } : { state, answer: 'kept' }),
    // An end that nobody asked for must not overtake whoever is on the way in.
    reason === 'moderator' ? 'first' : undefined,
  );
  if (over === 'kept') return over;
  if (over === null) return 'over';
  audit.note(meetingId, { event: 'ended', by, reason });
  const removed = await meetingRooms.remove(over.room);
  announcements.end(meetingId, { type: 'ended', reason });
  // Not awaited: the rule leads to a room that is gone.
  void telephone?.release(over.telephone);
  log.info({ reference: referenceOf(meetingId), reason, roomRemoved: removed }, 'meeting ended');
  return 'over';
}
