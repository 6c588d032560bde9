import { setTimeout as sleep } from 'node:timers/promises';
import type { MediaServer } from '../../livekit/media-server.ts';
import type { RoomCreator } from './create-room.ts';
import { hasNoOpenMeeting } from './metadata-checks.ts';
import type { MeetingStore } from '../store/meeting-store.ts';

type Deps = {
  readonly store: Pick<MeetingStore, 'roomsToDelete' | 'now'>;
  readonly media: Pick<MediaServer, 'listRooms'>;
  readonly remove: RoomCreator['remove'];
};

const deleteReopenedTimes = {
  /** From a deletion to the check whether the room is gone (ms). */
  checkAfter: 250,
  /** The most deletions in a row; people who come back after that are found by reconcile-rooms.ts. */
  most: 40,
} as const;

/**
 * Deletes a room that was started again, at once and until it is gone. LiveKit (1.13.5) lets people in while it
 * closes a room, and each of them recreates it; they would be among themselves in a room without a meeting. So would
 * people who come later with a token that LiveKit renews at each entry. Only rooms that a meeting has left for good,
 * or that tell of no meeting: a room that is just being created belongs to no meeting yet either. Never rejects:
 * nobody awaits it.
 */
export function createReopenedRoomDeleter({ store, media, remove }: Deps): (room: string) => Promise<void> {
  /** True: the room was started again since it was last deleted. */
  const closing = new Map<string, boolean>();

  const isThere = async (room: string): Promise<boolean> => {
    const listed = await media.listRooms([room], 'quickly');
    return !listed.ok || listed.value.length > 0 || closing.get(room) === true;
  };

  async function mayGo(room: string): Promise<boolean> {
    const toDelete = await store.roomsToDelete().catch((): readonly string[] => []);
    if (toDelete.includes(room)) return true;
    const listed = await media.listRooms([room], 'quickly');
    return listed.ok && listed.value.some(({ metadata }) => hasNoOpenMeeting(metadata, store.now()));
  }

  async function close(room: string): Promise<void> {
    if (!(await mayGo(room))) return;
    for (let deletions = 0; deletions < deleteReopenedTimes.most; deletions += 1) {
      closing.set(room, false);
      await remove(room);
      await sleep(deleteReopenedTimes.checkAfter, undefined, { ref: false });
      if (!(await isThere(room))) return;
    }
  }

  return async (room) => {
    const isClosing = closing.has(room);
    closing.set(room, true);
    if (!isClosing) await close(room).finally(() => closing.delete(room));
  };
}
