import type { MediaServer } from '../../livekit/media-server.ts';
import type { Log } from '../../operation/log.ts';
import { isNetworkCheckRoom, isOver } from '../../network-check/network-check-room.ts';
import { runConcurrently } from '../../system/run-concurrently.ts';
import { deadlineOf } from '../../../shared/room-metadata.ts';
import type { MeetingDeps } from '../deps.ts';
import { isOurRoom } from '../rooms/room-name.ts';

type Deps = {
  readonly media: Pick<MediaServer, 'listRooms' | 'deleteRoom'>;
  readonly instanceName: string;
  readonly log: Pick<Log, 'warn'>;
};

const requestsAtOnce = 8;

/**
 * Ends this instance's rooms whose own metadata say that their time is up at `now` (ms since 1970). False if LiveKit
 * did not do all of it.
 */
export async function endOverdueRooms({ media, instanceName, log }: Deps, now: number): Promise<boolean> {
  const listed = await media.listRooms();
  if (!listed.ok) return false;
  const overdue = listed.value.filter((room) => {
    if (isNetworkCheckRoom(room.name, instanceName)) return isOver(room, now);
    return isOurRoom(room.name, instanceName) && now >= (deadlineOf(room.metadata) ?? Infinity);
  });
  let done = true;
  await runConcurrently(overdue, requestsAtOnce, async ({ name }) => {
    const { ok } = await media.deleteRoom(name);
    log.warn({ room: name, roomRemoved: ok }, 'a room was overdue and nobody else ended it');
    done &&= ok;
  });
  return done;
}

/** While the store does not answer, meetings cannot be looked up: only the room itself says when it ends. */
export async function endOverdueWithoutStore(
  deps: Pick<MeetingDeps, 'store' | 'media' | 'instanceName' | 'log'>,
): Promise<void> {
  if (!(await deps.store.isReachable())) await endOverdueRooms(deps, deps.store.now());
}
