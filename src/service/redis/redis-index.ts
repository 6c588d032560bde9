import {
  leaseMs,
  reconciliationsPerSecond,
  tombstoneMs,
  type MeetingStore,
  type ExpectedRoom,
} from '../meetings/store/meeting-store.ts';
import type { Redis } from './connection.ts';
import { keysOf } from './keys.ts';
import type { Clock } from '../system/clock.ts';
import * as scripts from './lua-scripts.ts';

type Index = Pick<
  MeetingStore,
  | 'claimDue'
  | 'reschedule'
  | 'bringForward'
  | 'expectedRooms'
  | 'meetingIn'
  | 'roomsToDelete'
  | 'confirmDeleted'
  | 'takeTurn'
  | 'backlog'
  | 'claimPin'
  | 'releasePin'
  | 'lock'
  | 'unlock'
>;

export type IndexDeps = {
  readonly redis: Redis;
  /** Services that share a Redis must differ in it. */
  readonly instanceName: string;
  /** The store's clock. */
  readonly clock: Clock;
  /** What is added (ms) to Redis's clock to have the store's. */
  readonly shift?: () => number;
};

/** What is known across meetings: when each is due, which rooms should be, which should not. */
export function createIndex({ redis, instanceName, clock, shift = () => 0 }: IndexDeps): Index {
  const keys = keysOf(instanceName);
  return {
    async claimDue(most) {
      const now = clock();
      const lease = now + leaseMs;
      const claimed = await redis.run(
        scripts.claimDue,
        [keys.due, keys.rooms, keys.reconciliations(now)],
        [now, most, lease, reconciliationsPerSecond, keys.meeting('')],
      );
      return (claimed as string[]).map((meetingId) => ({ meetingId, lease }));
    },

    async reschedule({ meetingId, lease }, at) {
      await redis.run(scripts.reschedule, [keys.due], [meetingId, lease, at]);
    },
    async bringForward(meetingId) {
      await redis.run(scripts.bringForward, [keys.due], [meetingId, clock()]);
    },

    async expectedRooms() {
      const entries = Object.entries(await redis.hash(keys.rooms));
      return new Map(
        entries.map(([meetingId, text]) => {
          const { room, ...wanted } = JSON.parse(text) as Omit<ExpectedRoom, 'meetingId'> & { room: string };
          return [room, { meetingId, ...wanted }];
        }),
      );
    },

    meetingIn: (room) => redis.hashField(keys.meetingsByRoom, room),
    roomsToDelete: async () =>
      (await redis.run(scripts.listRoomsToDelete, [keys.roomsToDelete], [clock()])) as string[],
    async confirmDeleted(room) {
      await redis.run(scripts.confirmDeleted, [keys.roomsToDelete], [room, clock() + tombstoneMs]);
    },

    claimPin: async (pin, until) =>
      (await redis.run(scripts.claimPin, [keys.pin(pin)], [until, shift()])) === 1,
    async releasePin(pin) {
      await redis.run(scripts.releasePin, [keys.pin(pin)], []);
    },
    lock: async (what, holder, forMs) =>
      (await redis.run(scripts.lock, [keys.lock(what)], [holder, forMs])) === 1,
    async unlock(what, holder) {
      await redis.run(scripts.unlock, [keys.lock(what)], [holder]);
    },
    async backlog() {
      const [meetings, first] = (await redis.run(scripts.backlog, [keys.due], [])) as [number, string | null];
      return { meetings, overdueMs: first === null ? 0 : Math.max(0, clock() - Number(first)) };
    },
    takeTurn: async (work, forMs) => (await redis.run(scripts.takeTurn, [keys.turn(work)], [forMs])) === 1,
  };
}
