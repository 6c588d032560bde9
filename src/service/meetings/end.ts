import type { EndReason } from '../../shared/meeting.ts';
import type { Parts } from './parts.ts';
import { referenceOf } from './reference.ts';

type Needs = Pick<Parts, 'store' | 'places' | 'announcements' | 'log'>;

/**
 * Ends the meeting for everybody: its links and tokens are dead before anything else happens, then its room goes, then
 * those who listen are told. Does nothing if another call ended it, or with `if-empty` if somebody has a seat.
 */
export async function endMeeting(
  { store, places, announcements, log }: Needs,
  meetingId: string,
  reason: EndReason,
  condition?: 'if-empty',
): Promise<void> {
  const meeting = await store.endMeeting(meetingId, condition);
  if (!meeting) return;
  const removed = await places.remove(meeting.room);
  announcements.end(meetingId, { type: 'ended', reason });
  log.info({ reference: referenceOf(meetingId), reason, roomRemoved: removed }, 'meeting ended');
}
