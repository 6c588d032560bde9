import type { MediaHint } from '../livekit-webhooks.ts';
import type { MediaPerson } from '../livekit-people.ts';
import { inBatches } from './batches.ts';
import { setRights } from './carry-out.ts';
import { judge, type Verdict } from './judge.ts';
import type { Parts } from './parts.ts';
import { isOurRoom } from './room-name.ts';
import { admitCallers } from './telephone-callers.ts';
import { updateMeeting } from './update-meeting.ts';

type Needs = Pick<Parts, 'store' | 'media' | 'announcements' | 'instanceName'>;

/**
 * Heeds what LiveKit says has happened: whoever has no business in the room, or does there what they may not, is dealt
 * with at once; who came or went is found by the look that becomes due. What is said of rooms that are no open meeting's
 * is nothing to us.
 */
export async function heed(parts: Needs, { kind, room, person }: MediaHint): Promise<void> {
  const { store, instanceName } = parts;
  if (!isOurRoom(room, instanceName)) return;
  const meetingId = await store.meetingIn(room);
  if (meetingId === null) return;
  if (kind === 'came' || kind === 'sends') await enforce(parts, meetingId, room, person);
  // Whether what was wrong is right now is seen in the room, and what else they send.
  await store.bringForward(meetingId);
}

async function enforce(
  parts: Needs,
  meetingId: string,
  room: string,
  person: MediaPerson | null,
): Promise<void> {
  const { store, media } = parts;
  if (!person) return;
  const verdict = await updateMeeting(parts, meetingId, (state) => {
    // What is said of the room that the meeting had before says nothing.
    if (state.room !== room) return { state, answer: null };
    const called = admitCallers(state, [person], store.now());
    const judged = judge(called.state, [person]);
    return {
      state: judged.state,
      answer: { ...judged.answer, out: [...judged.answer.out, ...called.answer] },
    };
  });
  if (!verdict) return;
  for (const identity of verdict.out) await media.removeParticipant(room, identity);
  await correct(parts, meetingId, room, verdict);
}

/** Sets rights right, and silences what LiveKit let through. */
export async function correct(
  parts: Pick<Needs, 'store' | 'media'>,
  meetingId: string,
  room: string,
  { reset, mute }: Verdict,
): Promise<void> {
  await setRights(parts, meetingId, reset);
  await inBatches(mute, 8, async ({ identity, sid }) => {
    await parts.media.muteTrack(room, identity, sid);
  });
}
