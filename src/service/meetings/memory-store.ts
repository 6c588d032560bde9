import type { MeetingRecord, MeetingStore, OpenMeeting, Person, Presence } from './store.ts';
import type { SavedMeeting, SavedReplay, Snapshot } from './snapshot.ts';

type KnownPerson = SavedMeeting['people'][number];
type Seat = SavedMeeting['seats'][number];
type Entry = { meeting: MeetingRecord; people: Map<string, KnownPerson>; seats: Map<string, Seat> };
type Save = (take: () => Snapshot) => () => Promise<void>;

/** Who left is remembered so that they may come back, up to this many a meeting; then the oldest are forgotten. */
const maxAbsentPeople = 1000;

/**
 * The store of a service that runs alone: everything in this process, each operation in one turn of the event loop
 * and so atomic. With `save` (see snapshot-file.ts) each change is in the file before the operation answers.
 */
export function createMemoryStore(start: Snapshot, save?: Save): MeetingStore {
  const entries = new Map(start.meetings.map((saved) => [saved.meeting.id, restore(saved)]));
  const replays = new Map(start.replays.map((replay) => [replay.key, replay]));
  const saved = save?.(() => takeSnapshot(entries, replays)) ?? (async () => undefined);

  return {
    async createMeeting({ meeting, opener, seatUntil, replay, maxMeetings, now }) {
      const used = replay && replays.get(replay.key);
      if (replay && used && used.until > now) {
        if (used.fingerprint !== replay.fingerprint) return { kind: 'conflict' };
        const person = used.opened && entries.get(used.opened.meetingId)?.people.get(used.opened.identity);
        if (!used.opened || !person) return { kind: 'over' };
        return { kind: 'replayed', meetingId: used.opened.meetingId, person: plain(person) };
      }
      if (entries.size >= maxMeetings) return { kind: 'busy' };
      const entry: Entry = { meeting, people: new Map(), seats: new Map() };
      sit(entry, opener, seatUntil);
      entries.set(meeting.id, entry);
      const opened = { meetingId: meeting.id, identity: opener.identity };
      if (replay) replays.set(replay.key, { ...replay, opened });
      // Not worth a write of its own: before anybody is told of the meeting, its opener's seat is confirmed.
      return { kind: 'created' };
    },

    async withdrawMeeting(meetingId) {
      entries.delete(meetingId);
      for (const [key, replay] of replays) if (replay.opened?.meetingId === meetingId) replays.delete(key);
      await saved();
    },

    async findMeeting(meetingId) {
      const entry = entries.get(meetingId);
      return entry ? withSeats(entry) : null;
    },

    async openMeetings() {
      return [...entries.values()].map(withSeats);
    },

    async findStanding(meetingId, identity) {
      const entry = entries.get(meetingId);
      const person = entry?.people.get(identity);
      if (!entry || !person) return null;
      const seat = entry.seats.get(identity);
      const { removed } = person;
      return {
        person: plain(person),
        removed,
        seated: seat !== undefined,
        recalled: seat?.recalled ?? false,
      };
    },

    async reserveSeat(meetingId, person, until) {
      const entry = entries.get(meetingId);
      if (!entry) return 'over';
      if (entry.people.get(person.identity)?.removed) return 'removed';
      const seat = entry.seats.get(person.identity);
      if (!seat && entry.seats.size >= entry.meeting.maxParticipants) return 'full';
      sit(entry, person, Math.max(until, seat?.heldUntil ?? 0));
      await saved();
      return 'seated';
    },

    async releaseSeat(meetingId, identity, at) {
      const entry = entries.get(meetingId);
      const person = entry?.people.get(identity);
      // Leaving twice must not put off the end of an empty meeting.
      if (!entry || !person || !entry.seats.delete(identity)) return;
      person.leftAt = at;
      entry.meeting = { ...entry.meeting, lastPresentAt: Math.max(at, entry.meeting.lastPresentAt ?? 0) };
      await saved();
    },

    async banPerson(meetingId, identity) {
      const entry = entries.get(meetingId);
      const person = entry?.people.get(identity);
      if (!entry || !person) return;
      person.removed = true;
      entry.seats.delete(identity);
      await saved();
    },

    async notePresence(meetingId, presence) {
      const entry = entries.get(meetingId);
      if (!entry) return [];
      const { changed, strangers } = settle(entry, presence);
      // How long seats are held is renewed every few seconds and, after a restart, at once: not worth a write.
      if (changed) await saved();
      return strangers;
    },

    async recallSeats(meetingId, until) {
      for (const seat of entries.get(meetingId)?.seats.values() ?? []) {
        seat.heldUntil = Math.max(seat.heldUntil, until);
        seat.recalled = true;
      }
      await saved();
    },

    async swapRoomSid(meetingId, sid) {
      const entry = entries.get(meetingId);
      const before = entry?.meeting.roomSid ?? null;
      if (entry) entry.meeting = { ...entry.meeting, roomSid: sid };
      return before;
    },

    async endMeeting(meetingId, condition) {
      const entry = entries.get(meetingId);
      if (!entry || (condition === 'if-empty' && entry.seats.size > 0)) return null;
      entries.delete(meetingId);
      for (const replay of replays.values()) if (replay.opened?.meetingId === meetingId) replay.opened = null;
      await saved();
      return entry.meeting;
    },

    async forget(now) {
      for (const [key, replay] of replays) if (replay.until <= now) replays.delete(key);
    },
  };
}

function settle(entry: Entry, { at, present, presentUntil, absentUntil }: Presence) {
  const here = new Set(present);
  let changed = false;
  for (const seat of entry.seats.values()) {
    if (here.has(seat.identity)) {
      seat.heldUntil = Math.max(seat.heldUntil, presentUntil);
      seat.recalled = false;
    } else {
      seat.heldUntil = Math.max(seat.heldUntil, absentUntil);
      if (seat.heldUntil <= at) changed = entry.seats.delete(seat.identity);
    }
  }
  const strangers: string[] = [];
  for (const identity of here) {
    if (entry.seats.has(identity)) continue;
    const person = entry.people.get(identity);
    const mayStay = person && !person.removed && person.leftAt === null;
    if (mayStay && entry.seats.size < entry.meeting.maxParticipants) {
      sit(entry, person, presentUntil);
      changed = true;
    } else if (!person?.leftAt || person.leftAt < at) strangers.push(identity);
  }
  // Strangers are on their way out: they do not keep a meeting alive.
  if (present.some((identity) => entry.seats.has(identity))) {
    const { lastPresentAt } = entry.meeting;
    changed ||= lastPresentAt === null;
    entry.meeting = { ...entry.meeting, lastPresentAt: Math.max(at, lastPresentAt ?? 0) };
  }
  return { changed, strangers };
}

function sit(entry: Entry, person: Person, heldUntil: number): void {
  const { identity } = person;
  entry.people.set(identity, { ...plain(person), removed: false, leftAt: null });
  entry.seats.set(identity, { identity, heldUntil, recalled: false });
  let tooMany = entry.people.size - entry.seats.size - maxAbsentPeople;
  for (const known of entry.people.values()) {
    if (tooMany <= 0) break;
    if (known.removed || entry.seats.has(known.identity)) continue;
    entry.people.delete(known.identity);
    tooMany -= 1;
  }
}

const plain = ({ identity, displayName, role, verified }: Person): Person => ({
  identity,
  displayName,
  role,
  verified,
});

const withSeats = ({ meeting, seats }: Entry): OpenMeeting => ({ ...meeting, seats: seats.size });

const restore = ({ meeting, people, seats }: SavedMeeting): Entry => ({
  meeting,
  people: new Map(people.map((person) => [person.identity, { ...person }])),
  seats: new Map(seats.map((seat) => [seat.identity, { ...seat }])),
});

const takeSnapshot = (entries: Map<string, Entry>, replays: Map<string, SavedReplay>): Snapshot => ({
  version: 1,
  meetings: [...entries.values()].map(({ meeting, people, seats }) => ({
    meeting,
    people: [...people.values()],
    seats: [...seats.values()],
  })),
  replays: [...replays.values()],
});
