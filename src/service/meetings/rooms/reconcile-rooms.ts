import { runConcurrently } from '../../system/run-concurrently.ts';
import { writeMetadata } from '../moderating/apply-effects.ts';
import { rulesIn, hasNoOpenMeeting } from './room-metadata.ts';
import type { MeetingDeps } from '../deps.ts';
import { isOurRoom } from './room-name.ts';
import type { MediaRoom } from '../../livekit/media-server.ts';
import { isCheckRoom, isOver } from '../../network-check/check-room.ts';

type Deps = Pick<MeetingDeps, 'store' | 'media' | 'meetingRooms' | 'instanceName'>;

const requestsAtOnce = 8;
/** A room that nobody claims may be one that is being made right now. */
const newRoomMs = 60_000;

/**
 * Compares LiveKit's rooms with those that should be: what is lost, or does not hold as many as are known to be there,
 * is looked after now; one that tells people other rules than its meeting's is told them again; what should not be is
 * deleted, and so is the room of a network check whose instance did not live to end it. Only rooms named after this instance are ever touched.
 */
export async function reconcileRooms({ store, media, meetingRooms, instanceName }: Deps): Promise<void> {
  const listed = await media.listRooms();
  if (!listed.ok) return;
  // Asked after LiveKit: a meeting is in the store before its room exists, so what is missing here is over.
  const wanted = await store.expectedRooms();
  const toDelete = new Set(await store.roomsToDelete());
  const rooms = new Map(listed.value.map((room) => [room.name, room]));

  for (const [name, { meetingId, sid, present, rules }] of wanted) {
    if (sid === null) continue;
    const room = rooms.get(name);
    if (room?.sid !== sid) meetingRooms.forgetSeen(name);
    // LiveKit's count lags by seconds, so it is only a reason to look.
    if (room?.sid !== sid || room.participants !== present) await store.bringForward(meetingId);
    if (room?.sid === sid && rulesIn(room.metadata) !== rules)
      await writeMetadata({ store, media }, meetingId);
  }
  const now = store.now();
  const needless = listed.value.filter(
    (room) => isOurRoom(room.name, instanceName) && !wanted.has(room.name) && mayGo(room, toDelete, now),
  );
  await runConcurrently(needless, requestsAtOnce, async ({ name }) => void (await meetingRooms.remove(name)));
  const leftBehind = listed.value.filter((room) => isCheckRoom(room.name, instanceName) && isOver(room, now));
  await runConcurrently(leftBehind, requestsAtOnce, async ({ name }) => void (await media.deleteRoom(name)));
  for (const name of toDelete) if (!rooms.has(name)) await store.confirmDeleted(name);
}

/**
 * A room that no meeting claims: of one that ended or moved, it goes. If the store has lost its data, people are still in
 * there: then the deadline counts that the room itself tells.
 */
function mayGo(
  { name, participants, metadata, createdAt }: MediaRoom,
  toDelete: ReadonlySet<string>,
  now: number,
) {
  if (toDelete.has(name) || hasNoOpenMeeting(metadata, now)) return true;
  return participants === 0 && now - createdAt > newRoomMs;
}
