import { runConcurrently } from '../../system/run-concurrently.ts';
import { writeMetadata } from '../moderating/apply-effects.ts';
import { rulesIn, hasNoOpenMeeting } from './metadata-checks.ts';
import type { MeetingDeps } from '../deps.ts';
import { isOurRoom } from './room-name.ts';
import type { MediaRoom } from '../../livekit/media-server.ts';
import { isNetworkCheckRoom, isOver } from '../../network-check/network-check-room.ts';

type Deps = Pick<MeetingDeps, 'store' | 'media' | 'meetingRooms' | 'instanceName'>;

const requestsAtOnce = 8;
/** A room without a meeting may be one that is being created right now. */
const newRoomMs = 60_000;

/**
 * Reconciles LiveKit's rooms with those that should exist. Meetings whose room is lost, or holds another number of
 * people than expected, are reconciled now; metadata that differ from the meeting's are written again; rooms that
 * should not exist are deleted, including those of network checks whose instance died before ending them. Only rooms
 * named after this instance are ever touched.
 */
export async function reconcileRooms({ store, media, meetingRooms, instanceName }: Deps): Promise<void> {
  const listed = await media.listRooms();
  if (!listed.ok) return;
  // Read after LiveKit's list: a meeting is stored before its room exists, so that a meeting missing here is over.
  const wanted = await store.expectedRooms();
  const toDelete = new Set(await store.roomsToDelete());
  const rooms = new Map(listed.value.map((room) => [room.name, room]));

  for (const [name, { meetingId, sid, present, rules }] of wanted) {
    if (sid === null) continue;
    const room = rooms.get(name);
    if (room?.sid !== sid) meetingRooms.forgetSeen(name);
    // LiveKit's count lags by seconds: a difference is only a reason to check.
    if (room?.sid !== sid || room.participants !== present) await store.bringForward(meetingId);
    if (room?.sid === sid && rulesIn(room.metadata) !== rules)
      await writeMetadata({ store, media }, meetingId);
  }
  const now = store.now();
  const needless = listed.value.filter(
    (room) => isOurRoom(room.name, instanceName) && !wanted.has(room.name) && mayGo(room, toDelete, now),
  );
  await runConcurrently(needless, requestsAtOnce, async ({ name }) => void (await meetingRooms.remove(name)));
  const leftBehind = listed.value.filter(
    (room) => isNetworkCheckRoom(room.name, instanceName) && isOver(room, now),
  );
  await runConcurrently(leftBehind, requestsAtOnce, async ({ name }) => void (await media.deleteRoom(name)));
  for (const name of toDelete) if (!rooms.has(name)) await store.confirmDeleted(name);
}

/**
 * Whether a room without a meeting may be deleted: yes if its meeting ended or moved. If the store has lost its data,
 * people are still in there: then the deadline in the room's metadata counts.
 */
function mayGo(
  { name, participants, metadata, createdAt }: MediaRoom,
  toDelete: ReadonlySet<string>,
  now: number,
) {
  if (toDelete.has(name) || hasNoOpenMeeting(metadata, now)) return true;
  return participants === 0 && now - createdAt > newRoomMs;
}
