import { expectedRoomOf } from '../meetings/rooms/expected-room.ts';
import { nextReconciliation } from '../meetings/reconciling/schedule.ts';
import { meetingState, type Change, type MeetingState } from '../meetings/meeting-state.ts';
import { lingerMs, type MeetingStore } from '../meetings/store/meeting-store.ts';
import { keysOf } from './keys.ts';
import { createIndex, type IndexDeps } from './redis-index.ts';
import * as scripts from './lua-scripts.ts';
import { createUpdateQueue } from './update-queue.ts';

type Deps = IndexDeps & {
  /** How far (ms) this machine's own clock is ahead of the store's. */
  readonly drift?: () => number;
};

/** What the key of a creation opened. */
type Opened = { readonly fingerprint: string; readonly meetingId: string; readonly identity: string };

/** The store that instances share. A meeting is one document, written back only if nobody changed it in between. */
export function createRedisStore(deps: Deps): MeetingStore {
  const { redis, instanceName, clock, drift = () => 0, shift = () => 0 } = deps;
  const keys = keysOf(instanceName);
  // One after the other within this instance, so that a crowd joining one meeting does not cause conflicts.
  const enqueue = createUpdateQueue();

  async function read(meetingId: string): Promise<{ state: MeetingState; changes: string } | null> {
    const { doc, changes } = await redis.hash(keys.meeting(meetingId));
    if (doc === undefined || changes === undefined) return null;
    return { state: meetingState.parse(JSON.parse(doc)), changes };
  }

  const remove = (state: MeetingState, changes: string, replayKey = ''): Promise<unknown> =>
    redis.run(
      scripts.removeMeeting,
      [
        keys.meeting(state.id),
        keys.due,
        keys.rooms,
        keys.meetingsByRoom,
        keys.roomsToDelete,
        state.opener === null ? '' : keys.agent(state.opener),
        replayKey,
      ],
      [state.id, changes, state.room, state.expiresAt + lingerMs, shift()],
    );

  async function write(before: MeetingState, changes: string, after: MeetingState): Promise<boolean> {
    const written = await redis.run(
      scripts.changeMeeting,
      [keys.meeting(after.id), keys.due, keys.rooms, keys.meetingsByRoom, keys.roomsToDelete],
      [
        after.id,
        changes,
        JSON.stringify(after),
        nextReconciliation(after, clock()),
        entryOf(after),
        after.room,
        after.room === before.room ? '' : before.room,
        after.expiresAt + lingerMs,
        shift(),
      ],
    );
    return written === 1;
  }

  async function change<T>(meetingId: string, rule: (state: MeetingState) => Change<T>): Promise<T | null> {
    for (;;) {
      const found = await read(meetingId);
      if (!found) return null;
      const { state, answer } = rule(found.state);
      if (state === found.state) return answer;
      const done =
        state === null
          ? (await remove(found.state, found.changes)) === 1
          : await write(found.state, found.changes, state);
      // Another instance was faster, which happens at most once per instance and change: the rule runs again.
      if (done) return answer;
    }
  }

  return {
    now: clock,
    drift,
    shift,

    async create({ state, openerIdentity, replay, maxMeetings, maxOfOpener }) {
      const opened: Opened | null = replay && {
        fingerprint: replay.fingerprint,
        meetingId: state.id,
        identity: openerIdentity,
      };
      const answer = await redis.run(
        scripts.createMeeting,
        [
          keys.meeting(state.id),
          keys.due,
          keys.rooms,
          keys.meetingsByRoom,
          replay ? keys.replay(replay.key) : '',
          state.opener === null ? '' : keys.agent(state.opener),
        ],
        [
          state.id,
          JSON.stringify(state),
          nextReconciliation(state, clock()),
          state.expiresAt + lingerMs,
          entryOf(state),
          state.room,
          maxMeetings,
          maxOfOpener ?? '',
          opened ? JSON.stringify(opened) : '',
          replay ? Math.min(replay.until, state.expiresAt + lingerMs) : 0,
          state.createdAt,
          shift(),
        ],
      );
      if (answer === 'created' || answer === 'busy' || answer === 'too-many') return { kind: answer };
      const used = JSON.parse(String(answer)) as Opened;
      if (used.fingerprint !== replay?.fingerprint) return { kind: 'conflict' };
      return { kind: 'replayed', meetingId: used.meetingId, identity: used.identity };
    },

    find: async (meetingId) => (await read(meetingId))?.state ?? null,

    update: (meetingId, rule, order) => enqueue(meetingId, () => change(meetingId, rule), order),

    async withdraw(meetingId, replayKey) {
      const found = await read(meetingId);
      if (found) await remove(found.state, '', replayKey === null ? '' : keys.replay(replayKey));
    },

    async openedBy(agent) {
      const ids = await redis.members(keys.agent(agent));
      const found = await Promise.all(ids.map((id) => read(id)));
      return found.flatMap((one) => (one ? [one.state] : []));
    },

    ...createIndex(deps),
    isReachable: () =>
      redis.ping().then(
        () => true,
        () => false,
      ),
    close: () => redis.close(),
  };
}

const entryOf = (state: MeetingState): string => {
  const { meetingId: _known, ...entry } = expectedRoomOf(state);
  return JSON.stringify({ room: state.room, ...entry });
};
