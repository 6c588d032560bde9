import type { MediaHint } from '../../livekit/webhook-reader.ts';
import type { MediaPerson } from '../../livekit/participants.ts';
import { applyCorrections, removeIntruders } from './apply-corrections.ts';
import { noteIntruders } from './intruders.ts';
import { checkRights } from './check-rights.ts';
import type { MeetingDeps } from '../deps.ts';
import { isOurRoom } from '../rooms/room-name.ts';
import { admitCallers } from '../telephone/callers.ts';
import { updateMeeting } from '../update-meeting.ts';

type Deps = Pick<MeetingDeps, 'store' | 'media' | 'meetingRooms' | 'announcements' | 'instanceName'>;

/**
 * Acts on what LiveKit reports: whoever must not be in the room, or does there what they may not, is dealt with at
 * once; who came or left is found by the reconciliation that becomes due. For rooms without an open meeting, only
 * their start matters, where the meeting has left the room. People entering do not: they still come to a room that a
 * meeting is just leaving.
 */
export async function onWebhook(deps: Deps, { kind, room, person }: MediaHint): Promise<void> {
  const { store, meetingRooms, instanceName } = deps;
  if (!isOurRoom(room, instanceName)) return;
  const meetingId = await store.meetingIn(room);
  if (meetingId === null) {
    // Not awaited: LiveKit reports the events of a room one after the other.
    if (kind === 'room-made') void meetingRooms.deleteReopened(room);
    return;
  }
  if (kind === 'room-made') return;
  if (kind === 'came' || kind === 'sends') await enforce(deps, meetingId, room, person);
  // The reconciliation checks in the room whether the correction worked, and what else they send.
  await store.bringForward(meetingId);
}

async function enforce(
  deps: Deps,
  meetingId: string,
  room: string,
  person: MediaPerson | null,
): Promise<void> {
  const { store } = deps;
  if (!person) return;
  const corrections = await updateMeeting(deps, meetingId, (state) => {
    // News of the meeting's former room is out of date.
    if (state.room !== room) return { state, answer: null };
    const called = admitCallers(state, [person], store.now());
    const checked = checkRights(called.state, [person]);
    const intruders = checked.answer.out.includes(person.identity) ? [person] : [];
    const noted = noteIntruders(checked.state, intruders, store.now());
    const out = [...checked.answer.out, ...called.answer];
    return { state: noted.state, answer: { ...checked.answer, out, mustMove: noted.answer } };
  });
  if (!corrections) return;
  await removeIntruders(deps, meetingId, room, corrections);
  await applyCorrections(deps, meetingId, room, corrections);
}
