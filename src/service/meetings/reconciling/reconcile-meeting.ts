import { noteDuplicateTracks } from '../enforcing/duplicate-tracks.ts';
import { endMeeting } from '../ending/end-meeting.ts';
import { removeIntruders, applyCorrections } from '../enforcing/apply-corrections.ts';
import { noteIntruders } from '../enforcing/intruders.ts';
import { writeMetadata } from '../moderating/apply-effects.ts';
import { checkRights } from '../enforcing/check-rights.ts';
import type { MeetingDeps } from '../deps.ts';
import { emptyEnd, nextReconciliation } from './schedule.ts';
import { notePresence } from '../seats/seats.ts';
import type { MeetingState } from '../meeting-state.ts';
import type { Claim } from '../store/meeting-store.ts';
import { admitCallers, noteHangUps } from '../telephone/callers.ts';
import { updateMeeting } from '../update-meeting.ts';
import { endWaits } from '../entering/waiting-room.ts';

type Deps = Pick<
  MeetingDeps,
  'store' | 'media' | 'meetingRooms' | 'announcements' | 'telephone' | 'audit' | 'log'
>;

/** If LiveKit did not say who is there, it is asked again this soon (ms). */
const againMs = 2000;

/**
 * Reconciles one meeting that is due: ends it if its time has come, updates its seats from who is in the room, and
 * the room from what everybody may do. If LiveKit does not answer, nothing changes: nobody loses a seat because of
 * it.
 */
export async function reconcileMeeting(deps: Deps, claim: Claim): Promise<void> {
  const { store } = deps;
  const meeting = await store.find(claim.meetingId);
  if (!meeting) return;
  const isOver = (state: MeetingState): boolean => store.now() >= (emptyEnd(state, store.now()) ?? Infinity);
  if (store.now() >= meeting.expiresAt) return endMeeting(deps, meeting.id, 'time');
  // Before a meeting is ended as empty, LiveKit must have said who is in its room.
  const seen = meeting.roomSid === null || (await reconcileSeats(deps, meeting));
  if (seen && isOver(meeting)) return endMeeting(deps, meeting.id, 'empty', isOver);
  const now = (await store.find(meeting.id)) ?? meeting;
  await store.reschedule(claim, seen ? nextReconciliation(now, store.now()) : store.now() + againMs);
}

/** False if LiveKit did not answer. */
async function reconcileSeats(deps: Deps, meeting: MeetingState): Promise<boolean> {
  const { store, media, meetingRooms } = deps;
  // Nobody is in a room that is lost, and nobody has left it either.
  if (!(await meetingRooms.ensure(meeting)).ok) return false;
  const at = store.now();
  const listed = await media.listParticipants(meeting.room);
  if (!listed.ok) return false;
  // A LiveKit that has lost the room lists nobody, as it does when the last one has left.
  if (listed.value.length === 0 && hasPeople(meeting) && !(await isThere(deps, meeting))) {
    meetingRooms.forgetSeen(meeting.room);
    await meetingRooms.ensure(meeting);
    return false;
  }
  meetingRooms.noteSeen(meeting.room, at);
  const present = listed.value.map(({ identity }) => identity);
  const corrections = await updateMeeting(deps, meeting.id, (before) => {
    // An answer about the meeting's former room is out of date.
    if (before.room !== meeting.room) return { state: endWaits(before, store.now()), answer: null };
    const called = admitCallers(before, listed.value, store.now());
    const state = endWaits(noteHangUps(called.state, { at, present }, store.now()), store.now());
    const noted = notePresence(state, { at, present }, store.now());
    const checked = checkRights(noteDuplicateTracks(noted.state, listed.value, at), listed.value);
    // Seats are compared as of when the list was requested.
    const out = [...new Set([...noted.answer, ...called.answer])];
    // Callers need no token to come back: their PIN leads to whatever room the meeting has.
    const intruders = noteIntruders(
      checked.state,
      listed.value.filter(({ identity, onTelephone }) => !onTelephone && out.includes(identity)),
      at,
    );
    const spotlightGone = intruders.state.spotlight !== before.spotlight;
    const answer = { ...checked.answer, out, mustMove: intruders.answer, spotlightGone };
    return { state: intruders.state, answer };
  });
  if (!corrections) return true;
  await removeIntruders(deps, meeting.id, meeting.room, corrections);
  await applyCorrections(deps, meeting.id, meeting.room, corrections);
  // Without an answer the next comparison of rooms writes it.
  if (corrections.spotlightGone) await writeMetadata(deps, meeting.id);
  return true;
}

/** Somebody was in the room when it was last looked at. */
const hasPeople = ({ people }: MeetingState): boolean =>
  Object.values(people).some(({ place }) => place.kind === 'seated' && place.heldUntil === null);

/** Whether LiveKit has the very room that people came to; if it does not answer, nobody knows. */
async function isThere({ media }: Pick<Deps, 'media'>, { room, roomSid }: MeetingState): Promise<boolean> {
  const listed = await media.listRooms([room]);
  return listed.ok && listed.value.some(({ sid }) => sid === roomSid);
}
