import { expectedRoomOf } from '../rooms/expected-room.ts';
import { nextReconciliation } from '../reconciling/schedule.ts';
import type { SavedReplay, Snapshot } from './snapshot.ts';
import type { MeetingState } from '../meeting-state.ts';
import {
  leaseMs,
  lingerMs,
  reconciliationsPerSecond,
  tombstoneMs,
  type MeetingStore,
} from './meeting-store.ts';

type Save = (take: () => Snapshot) => () => Promise<void>;
type Deps = {
  readonly start: Snapshot;
  readonly clock: () => number;
  /** How far (ms) this machine's clock is ahead of it. */
  readonly drift?: () => number;
  readonly save?: Save | undefined;
};

/**
 * The store of a service that runs alone: everything is in this process, and each operation is atomic because it runs
 * in one turn of the event loop. With `save` (snapshot-file.ts) each change is in the file before the operation
 * answers.
 */
export function createMemoryStore({ start, clock, drift = () => 0, save }: Deps): MeetingStore {
  const meetings = new Map(start.meetings.map((state) => [state.id, state]));
  const replays = new Map(start.replays.map((replay) => [replay.key, replay]));
  const doomed = new Map(start.doomed.map((room) => [room.name, room]));
  const due = new Map([...meetings.values()].map((state) => [state.id, nextReconciliation(state, clock())]));
  const turns = new Map<string, number>();
  const locks = new Map<string, { holder: string; until: number }>();
  const pins = new Map(
    start.meetings.flatMap(({ telephone, expiresAt }) =>
      telephone ? [[telephone.pin, expiresAt + lingerMs] as const] : [],
    ),
  );
  let turnsLeft = { second: 0, left: 0 };
  const saved =
    save?.(() => ({
      ...start,
      at: clock(),
      meetings: [...meetings.values()],
      replays: [...replays.values()],
      doomed: [...doomed.values()],
    })) ?? (async () => undefined);

  function keep(state: MeetingState): void {
    meetings.set(state.id, state);
    due.set(state.id, Math.min(due.get(state.id) ?? Infinity, nextReconciliation(state, clock())));
  }
  function doom(name: string, until: number): void {
    doomed.set(name, { ...doomed.get(name), name, until });
  }
  function drop({ id, room, expiresAt }: MeetingState): void {
    meetings.delete(id);
    due.delete(id);
    doom(room, expiresAt + lingerMs);
    // Only the fact that the key was used is worth keeping.
    for (const [key, used] of replays)
      if (used.meetingId === id) replays.set(key, { ...used, meetingId: '', identity: '' });
  }
  function forget(now: number): void {
    for (const [key, { until }] of replays) if (until <= now) replays.delete(key);
    for (const [room, { until }] of doomed) if (until <= now) doomed.delete(room);
    for (const [pin, until] of pins) if (until <= now) pins.delete(pin);
  }

  return {
    now: clock,
    drift,
    // The clock goes on from one reading of the machine's clock (steady-clock.ts): setting the machine's clock shows
    // up as drift.
    shift: () => 0,

    async create({ state, openerIdentity, replay, maxMeetings, maxOfOpener }) {
      forget(clock());
      const used: SavedReplay | undefined = replay ? replays.get(replay.key) : undefined;
      if (replay && used) {
        if (used.fingerprint !== replay.fingerprint) return { kind: 'conflict' };
        return { kind: 'replayed', meetingId: used.meetingId, identity: used.identity };
      }
      if (meetings.size >= maxMeetings) return { kind: 'busy' };
      const theirs = [...meetings.values()].filter(
        ({ opener, expiresAt }) => opener !== null && opener === state.opener && expiresAt > clock(),
      );
      if (theirs.length >= (maxOfOpener ?? Infinity)) return { kind: 'too-many' };
      keep(state);
      if (replay) replays.set(replay.key, { ...replay, meetingId: state.id, identity: openerIdentity });
      await saved();
      return { kind: 'created' };
    },

    async find(meetingId) {
      return meetings.get(meetingId) ?? null;
    },

    async update(meetingId, rule) {
      const before = meetings.get(meetingId);
      if (!before) return null;
      const { state, answer } = rule(before);
      if (state === before) return answer;
      if (state === null) drop(before);
      else {
        if (state.room !== before.room) doom(before.room, before.expiresAt + lingerMs);
        keep(state);
      }
      await saved();
      return answer;
    },

    async withdraw(meetingId, replayKey) {
      const state = meetings.get(meetingId);
      if (state) drop(state);
      if (replayKey !== null) replays.delete(replayKey);
      await saved();
    },

    async openedBy(agent) {
      const theirs = [...meetings.values()].filter(({ opener }) => opener === agent);
      return theirs.toSorted((a, b) => a.createdAt - b.createdAt);
    },

    async claimDue(most) {
      const now = clock();
      const second = Math.floor(now / 1000);
      if (second !== turnsLeft.second) turnsLeft = { second, left: reconciliationsPerSecond };
      const claims = [...due]
        .filter(([, at]) => at <= now)
        .toSorted(([, a], [, b]) => a - b)
        .slice(0, Math.min(most, turnsLeft.left))
        .map(([meetingId]) => ({ meetingId, lease: now + leaseMs }));
      turnsLeft.left -= claims.length;
      for (const { meetingId, lease } of claims) due.set(meetingId, lease);
      return claims;
    },

    async reschedule({ meetingId, lease }, at) {
      const now = due.get(meetingId);
      if (now !== undefined) due.set(meetingId, now === lease ? at : Math.min(now, at));
    },

    async bringForward(meetingId) {
      const now = due.get(meetingId);
      if (now !== undefined) due.set(meetingId, Math.min(now, clock()));
    },

    async expectedRooms() {
      return new Map([...meetings.values()].map((state) => [state.room, expectedRoomOf(state)]));
    },

    async meetingIn(room) {
      return [...meetings.values()].find((state) => state.room === room)?.id ?? null;
    },

    async roomsToDelete() {
      forget(clock());
      return [...doomed.keys()];
    },

    async confirmDeleted(room) {
      const until = clock() + tombstoneMs;
      if ((doomed.get(room)?.until ?? 0) <= until) return;
      doom(room, until);
      await saved();
    },

    async claimPin(pin, until) {
      forget(clock());
      if (pins.has(pin)) return false;
      pins.set(pin, until);
      return true;
    },
    async releasePin(pin) {
      pins.delete(pin);
    },

    async lock(what, holder, forMs) {
      const now = clock();
      if ((locks.get(what)?.until ?? 0) > now) return false;
      locks.set(what, { holder, until: now + forMs });
      return true;
    },
    async unlock(what, holder) {
      if (locks.get(what)?.holder === holder) locks.delete(what);
    },

    async takeTurn(work, forMs) {
      const now = clock();
      if ((turns.get(work) ?? 0) > now) return false;
      turns.set(work, now + forMs);
      return true;
    },

    async backlog() {
      const first = Math.min(...due.values());
      return { meetings: meetings.size, overdueMs: Math.max(0, clock() - first) };
    },
    isReachable: async () => true,
    close: async () => undefined,
  };
}
