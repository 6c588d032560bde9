import type { EndReason } from '../../shared/meeting.ts';
import type { Parts } from './parts.ts';
import { referenceOf } from './reference.ts';
import type { MeetingState } from './state.ts';

type Needs = Pick<Parts, 'store' | 'places' | 'announcements' | 'telephone' | 'log'>;

/**
 * Ends the meeting for everybody: its links and tokens are dead before anything else happens, then its room goes, then
 * those who listen are told. Does nothing if another call ended it, or if `only` says no of what it is by then.
 */
export async function endMeeting(
  { store, places, announcements, telephone, log }: Needs,
  meetingId: string,
  reason: EndReason,
  only: (meeting: MeetingState) => boolean = () => true,
): Promise<void> {
  const over = await store.update(meetingId, (state) =>
    only(state) ? { state: null, answer: state } : { state, answer: null },
  );
  if (over === null) return;
  const removed = await places.remove(over.room);
  announcements.end(meetingId, { type: 'ended', reason });
  // Not waited for: it leads into a room that is gone.
  void telephone?.drop(over.telephone);
  log.info({ reference: referenceOf(meetingId), reason, roomRemoved: removed }, 'meeting ended');
}
