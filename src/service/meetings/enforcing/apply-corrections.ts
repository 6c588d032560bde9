import { setTimeout as sleep } from 'node:timers/promises';
import { runConcurrently } from '../../system/run-concurrently.ts';
import type { MeetingDeps } from '../deps.ts';
import { setRights } from '../moderating/apply-effects.ts';
import type { RightsCorrections } from './check-rights.ts';

type Deps = Pick<MeetingDeps, 'store' | 'media' | 'meetingRooms'>;

const removalsAtOnce = 32;
const mutesAtOnce = 8;
const patienceMs = 250;

/** Removes people who must not be in the room, and moves the meeting where that is not enough. */
export async function removeIntruders(
  { store, media, meetingRooms }: Deps,
  meetingId: string,
  room: string,
  { out, mustMove }: { readonly out: readonly string[]; readonly mustMove: boolean },
): Promise<void> {
  const move = async (): Promise<void> => {
    const meeting = mustMove ? await store.find(meetingId) : null;
    if (meeting?.room === room) await meetingRooms.move(meeting, 'intruders');
  };
  // If somebody leaves by themselves at the same moment, LiveKit takes long to answer; the next reconciliation must
  // not wait for it.
  const putOut = runConcurrently(out, removalsAtOnce, async (identity) => {
    await media.removeParticipant(room, identity);
  });
  await Promise.all([Promise.race([putOut, sleep(patienceMs, undefined, { ref: false })]), move()]);
}

/** Corrects rights, and mutes what LiveKit let through. */
export async function applyCorrections(
  deps: Pick<Deps, 'store' | 'media'>,
  meetingId: string,
  room: string,
  { reset, mute }: RightsCorrections,
): Promise<void> {
  await setRights(deps, meetingId, reset);
  await runConcurrently(mute, mutesAtOnce, async ({ identity, sid }) => {
    await deps.media.muteTrack(room, identity, sid);
  });
}
