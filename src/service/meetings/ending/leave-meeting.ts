import type { MeetingDeps } from '../deps.ts';
import { writeMetadata } from '../moderating/apply-effects.ts';
import { leaveSeat } from '../seats/seats.ts';
import type { KnownPerson, MeetingState } from '../meeting-state.ts';
import { updateMeeting } from '../update-meeting.ts';
import { stopWaiting } from '../entering/waiting-room.ts';

/**
 * Gives the seat, or the place in the waiting room, back at once and ends the person's event streams. First LiveKit,
 * then the store: whoever gets the seat next must not be refused by LiveKit's own count. If LiveKit does not answer,
 * the seat is still given back: the next reconciliation removes whoever stays.
 */
export async function leaveMeeting(
  deps: Pick<MeetingDeps, 'store' | 'media' | 'announcements'>,
  meeting: MeetingState,
  { identity, place }: KnownPerson,
): Promise<void> {
  const { store, media } = deps;
  if (place.kind !== 'waiting') await media.removeParticipant(meeting.room, identity);
  const spotlightGone = await updateMeeting(deps, meeting.id, (before) => {
    const state = stopWaiting(leaveSeat(before, identity, store.now()), identity, store.now());
    return { state, answer: state.spotlight !== before.spotlight };
  });
  deps.announcements.dismiss(meeting.id, [identity]);
  // Without an answer the next comparison of rooms writes it.
  if (spotlightGone) await writeMetadata(deps, meeting.id);
}
