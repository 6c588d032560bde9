import type { MeetingDeps } from '../deps.ts';
import { leaveSeat } from '../seats/seats.ts';
import type { KnownPerson, MeetingState } from '../meeting-state.ts';
import { updateMeeting } from '../update-meeting.ts';
import { stopWaiting } from '../entering/waiting-room.ts';

/**
 * Gives the seat, or the place among those who wait, back at once, and ends their event streams. First out of LiveKit, then out of the store: whoever gets the seat next must not be
 * refused by LiveKit's own count. LiveKit not answering keeps nobody's seat: the next look removes who stays.
 */
export async function leaveMeeting(
  deps: Pick<MeetingDeps, 'store' | 'media' | 'announcements'>,
  meeting: MeetingState,
  { identity, place }: KnownPerson,
): Promise<void> {
  const { store, media } = deps;
  if (place.kind !== 'waiting') await media.removeParticipant(meeting.room, identity);
  await updateMeeting(deps, meeting.id, (state) => ({
    state: stopWaiting(leaveSeat(state, identity, store.now()), identity, store.now()),
    answer: undefined,
  }));
  deps.announcements.dismiss(meeting.id, [identity]);
}
