import type { Parts } from './parts.ts';

type Needs = Pick<Parts, 'store' | 'places' | 'log'>;

/** What LiveKit's own Redis tells and its API does not: which rooms are upon which node. */
export type MediaNodes = {
  /**
   * Names of the rooms upon nodes that were told to stop. LiveKit places no new room there, and waits for the last
   * person to leave. @throws Error if LiveKit's Redis does not answer.
   */
  roomsToMove(): Promise<readonly string[]>;
  close(): void;
};

/** One instance does this at a time, so often; ten people a meeting then come to the other nodes at 400 a second. */
export const emptyNodesEveryMs = 500;
const movesAtOnce = 20;

/**
 * Moves meetings away from media nodes that were told to stop, some at a time, so that the other nodes do not get all
 * their people in the same second.
 */
export async function emptyNodes({ store, places, log }: Needs, nodes: MediaNodes): Promise<void> {
  // Nothing is lost if it cannot be read: a node that stops takes its rooms along, and people come back by themselves.
  const rooms = await nodes.roomsToMove().catch(() => []);
  if (rooms.length === 0) return;
  // Of this service's open meetings: rooms that were left behind are in LiveKit's list for a moment longer.
  const wanted = await store.wantedRooms();
  const meetings = rooms.flatMap((room) => wanted.get(room)?.meetingId ?? []);
  if (meetings.length === 0) return;
  log.info({ meetings: meetings.length }, 'a media node is to stop: its meetings are moved');
  await Promise.all(
    meetings.slice(0, movesAtOnce).map(async (meetingId) => {
      const meeting = await store.find(meetingId);
      if (meeting) await places.move(meeting, 'planned');
    }),
  );
}
