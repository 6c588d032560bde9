import { setTimeout as sleep } from 'node:timers/promises';
import type { MediaServer } from '../../livekit/media-server.ts';
import type { RoomCreator } from './create-room.ts';
import { hasNoOpenMeeting } from './room-metadata.ts';
import type { MeetingStore } from '../store/meeting-store.ts';

type Deps = {
  readonly store: Pick<MeetingStore, 'roomsToDelete' | 'now'>;
  readonly media: Pick<MediaServer, 'listRooms'>;
  readonly remove: RoomCreator['remove'];
};

const deleteReopenedTimes = {
  /** Between a deletion and the look whether the room is gone (ms). */
  checkAfter: 250,
  /** So many deletions follow each other at most: who comes back after that is found by the comparison of rooms (rooms.ts). */
  most: 40,
} as const;

/**
 * Deletes a room that was started again, at once and until it is gone. LiveKit (1.13.5) lets people in while it closes a room,
 * and each of them makes it anew; they would be among themselves in a room that no meeting has. So would whoever comes there
 * later, with a token that LiveKit gives anew at each entry. Only a room that a meeting has left for good, or that tells of
 * none: one that is being made is in no meeting yet either. Never rejects: nobody waits for it.
 */
export function createReopenedRoomDeleter({ store, media, remove }: Deps): (room: string) => Promise<void> {
  /** True: started again since it was last deleted. */
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
