import { setTimeout as sleep } from 'node:timers/promises';
import type { MediaHint } from '../../livekit/webhook-reader.ts';
import type { MediaPerson } from '../../livekit/participants.ts';
import { runConcurrently } from '../../system/run-concurrently.ts';
import { setRights } from '../moderating/apply-effects.ts';
import { noteIntruders } from './intruders.ts';
import { checkRights, type RightsCorrections } from './check-rights.ts';
import type { MeetingDeps } from '../deps.ts';
import { isOurRoom } from '../rooms/room-name.ts';
import { admitCallers } from '../telephone/callers.ts';
import { updateMeeting } from '../update-meeting.ts';

type Deps = Pick<MeetingDeps, 'store' | 'media' | 'meetingRooms' | 'announcements' | 'instanceName'>;

const removalsAtOnce = 32;
const patienceMs = 250;

/**
 * Heeds what LiveKit says has happened: whoever has no business in the room, or does there what they may not, is dealt
 * with at once; who came or went is found by the look that becomes due. Of rooms that are no open meeting's only that one
 * was started matters, where its meeting has left it. Who comes there does not: people still come to a room that a meeting
 * is leaving.
 */
export async function onWebhook(deps: Deps, { kind, room, person }: MediaHint): Promise<void> {
  const { store, meetingRooms, instanceName } = deps;
  if (!isOurRoom(room, instanceName)) return;
  const meetingId = await store.meetingIn(room);
  if (meetingId === null) {
    // Not waited for: LiveKit tells one thing of a room after the other.
    if (kind === 'room-made') void meetingRooms.deleteReopened(room);
    return;
  }
  if (kind === 'room-made') return;
  if (kind === 'came' || kind === 'sends') await enforce(deps, meetingId, room, person);
  // Whether what was wrong is right now is seen in the room, and what else they send.
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
    // What is said of the room that the meeting had before says nothing.
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

/** Puts out who has no business in the room, and moves the meeting where that is not enough. */
export async function removeIntruders(
  { store, media, meetingRooms }: Pick<Deps, 'store' | 'media' | 'meetingRooms'>,
  meetingId: string,
  room: string,
  { out, mustMove }: { readonly out: readonly string[]; readonly mustMove: boolean },
): Promise<void> {
  const move = async (): Promise<void> => {
    const meeting = mustMove ? await store.find(meetingId) : null;
    if (meeting?.room === room) await meetingRooms.move(meeting, 'intruders');
  };
  // LiveKit waits for whoever goes by themselves at the same moment, and the next look must not.
  const putOut = runConcurrently(out, removalsAtOnce, async (identity) => {
    await media.removeParticipant(room, identity);
  });
  await Promise.all([Promise.race([putOut, sleep(patienceMs, undefined, { ref: false })]), move()]);
}

/** Sets rights right, and silences what LiveKit let through. */
export async function applyCorrections(
  deps: Pick<Deps, 'store' | 'media'>,
  meetingId: string,
  room: string,
  { reset, mute }: RightsCorrections,
): Promise<void> {
  await setRights(deps, meetingId, reset);
  await runConcurrently(mute, 8, async ({ identity, sid }) => {
    await deps.media.muteTrack(room, identity, sid);
  });
}
