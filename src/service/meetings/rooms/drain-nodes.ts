import type { MoveReason } from './move-room.ts';
import type { MeetingDeps } from '../deps.ts';

type Deps = Pick<MeetingDeps, 'store' | 'meetingRooms' | 'log'>;

type NodeReason = Exclude<MoveReason, 'intruders'>;

/** What LiveKit's own Redis tells and its API does not: which rooms are on which node. */
export type MediaNodes = {
  /**
   * Names of the rooms that cannot stay: `planned` on nodes that are being stopped, where LiveKit places no new room
   * and waits for the last person to leave; `lost` on nodes that have gone silent.
   * @throws Error if LiveKit's Redis does not answer.
   */
  roomsToMove(): Promise<Readonly<Record<NodeReason, readonly string[]>>>;
  close(): void;
};

/** One instance does this at a time; ten people a meeting then come to the other nodes at 400 a second. */
const turnMs = 500;
const movesAtOnce = 20;

/**
 * Moves meetings away from media nodes that are being stopped, or hang: some at a time, so that the other nodes do
 * not get all their people in the same second.
 */
export async function drainNodes({ store, meetingRooms, log }: Deps, nodes: MediaNodes): Promise<void> {
  // If it cannot be read nothing is lost: a node that stops takes its rooms along, and people reconnect by
  // themselves.
  const rooms = await nodes.roomsToMove().catch(() => ({ lost: [], planned: [] }));
  if (rooms.lost.length + rooms.planned.length === 0) return;
  if (!(await store.takeTurn('nodes', turnMs))) return;
  // Only open meetings of this service: LiveKit still lists rooms that were left behind for a moment.
  const wanted = await store.expectedRooms();
  const moves = (['lost', 'planned'] as const).flatMap((reason) =>
    rooms[reason].flatMap((room) => {
      const meetingId = wanted.get(room)?.meetingId;
      return meetingId === undefined ? [] : { meetingId, reason };
    }),
  );
  if (moves.length === 0) return;
  log.info({ meetings: moves.length }, 'a media node is to stop, or silent: its meetings are moved');
  await Promise.all(
    moves.slice(0, movesAtOnce).map(async ({ meetingId, reason }) => {
      const meeting = await store.find(meetingId);
      if (meeting) await meetingRooms.move(meeting, reason);
    }),
  );
}
