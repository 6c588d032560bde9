import type { Parts } from './parts.ts';
import type { MeetingRecord, Person } from './store.ts';

/**
 * Gives the seat back at once. First out of LiveKit, then out of the store: whoever gets the seat next must not be
 * refused by LiveKit's own count. LiveKit not answering keeps nobody's seat: the sweep removes who stays.
 */
export async function leaveMeeting(
  { store, media, clock }: Pick<Parts, 'store' | 'media' | 'clock'>,
  meeting: MeetingRecord,
  person: Person,
): Promise<void> {
  await media.removeParticipant(meeting.room, person.identity);
  await store.releaseSeat(meeting.id, person.identity, clock());
}
