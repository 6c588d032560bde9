import type { Parts } from './parts.ts';
import { leaveSeat } from './seats.ts';
import type { MeetingState, Person } from './state.ts';

/**
 * Gives the seat back at once. First out of LiveKit, then out of the store: whoever gets the seat next must not be
 * refused by LiveKit's own count. LiveKit not answering keeps nobody's seat: the next look removes who stays.
 */
export async function leaveMeeting(
  { store, media }: Pick<Parts, 'store' | 'media'>,
  meeting: MeetingState,
  person: Person,
): Promise<void> {
  await media.removeParticipant(meeting.room, person.identity);
  await store.update(meeting.id, (state) => ({
    state: leaveSeat(state, person.identity, store.now()),
    answer: undefined,
  }));
}
