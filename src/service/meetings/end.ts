import type { EndReason } from '../../shared/meeting.ts';
import type { Parts } from './parts.ts';
import { referenceOf } from './reference.ts';
import type { MeetingState } from './state.ts';

type Needs = Pick<Parts, 'store' | 'places' | 'announcements' | 'telephone' | 'audit' | 'log'>;
type How = {
  readonly reason: EndReason;
  /** Who ended it; null: nobody. */
  readonly by: string | null;
  readonly only: (meeting: MeetingState) => boolean;
};

/** Ends what is over by itself; does nothing if `only` says no of what the meeting is by then. */
export const endMeeting = (
  parts: Needs,
  meetingId: string,
  reason: 'time' | 'empty',
  only: How['only'] = () => true,
): Promise<void> => end(parts, meetingId, { reason, by: null, only });

/** What the moderator `by` asks for. */
export const endByModerator = (parts: Needs, meetingId: string, by: string): Promise<void> =>
  end(parts, meetingId, { reason: 'moderator', by, only: () => true });

/**
 * Ends the meeting for everybody: its links and tokens are dead before anything else happens, then its room goes, then
 * those who listen are told. Does nothing if another call ended it.
 */
async function end(
  { store, places, announcements, telephone, audit, log }: Needs,
  meetingId: string,
  { reason, by, only }: How,
): Promise<void> {
  const over = await store.update(meetingId, (state) =>
    only(state) ? { state: null, answer: state } : { state, answer: null },
  );
  if (over === null) return;
  audit.note(meetingId, { event: 'ended', by, reason });
  const removed = await places.remove(over.room);
  announcements.end(meetingId, { type: 'ended', reason });
  // Not waited for: it leads into a room that is gone.
  void telephone?.drop(over.telephone);
  log.info({ reference: referenceOf(meetingId), reason, roomRemoved: removed }, 'meeting ended');
}
