import { ok, type Result } from '../../shared/result.ts';
import { refuse, type Refusal } from '../errors.ts';
import type { MediaRoom, MediaServer } from '../livekit.ts';
import type { Log } from '../log.ts';
import type { Announcements } from './announcements.ts';
import { roomMetadataOf } from './metadata.ts';
import type { RandomBytes } from './parts.ts';
import { referenceOf } from './reference.ts';
import { newRoomName } from './room-name.ts';
import { recallEverybody } from './seats.ts';
import type { MeetingState } from './state.ts';
import type { MeetingStore } from './store.ts';
import type { Telephone } from './telephone.ts';

/** Rooms on LiveKit, one for each open meeting and none for any other. */
export type Places = {
  /**
   * Makes sure that the open meeting has its room; if LiveKit had lost it, everybody is called back. Asks LiveKit only
   * if nobody has seen the room for 30 s.
   */
  place(meeting: MeetingState): Promise<Result<void, Refusal>>;
  /** The room was seen, at `at`. */
  seen(room: string, at: number): void;
  /** What was known of the room does not hold any more: LiveKit is asked again. */
  doubt(room: string): void;
  /** Somebody in the meeting has lost it: finds out whether its room still lives, and moves the meeting if not. */
  check(meeting: MeetingState): Promise<Result<void, Refusal>>;
  /** Gives the meeting another room, where LiveKit places it anew, and calls everybody there. */
  move(meeting: MeetingState): Promise<Result<void, Refusal>>;
  /** Deletes a room whose meeting is no longer in the store. False if LiveKit did not; it is tried again. */
  remove(room: string): Promise<boolean>;
};

type Needs = {
  store: MeetingStore;
  media: MediaServer;
  announcements: Announcements;
  telephone: Telephone | null;
  instanceName: string;
  randomBytes: RandomBytes;
  log: Log;
};

const knownForMs = 30_000;
/** A crowd that lost its room asks at once; one answer is enough for all of them. */
const checkedForMs = 500;
/** So many new rooms are tried at once, and so often, before the media server counts as gone. */
const drawsAtOnce = 4;
const rounds = 2;
/** Rooms of meetings that ended elsewhere are forgotten when there are so many. */
const maxKnown = 10_000;

export function createPlaces(needs: Needs): Places {
  const { store, media, announcements, telephone, instanceName, randomBytes, log } = needs;
  const running = new Map<string, Promise<Result<void, Refusal>>>();
  /** When each room was last seen; a room that is not here has to be asked for. */
  const lastSeen = new Map<string, number>();
  /** The last room that was found alive because somebody had lost it. */
  let checked = { room: '', at: 0 };

  function see(room: string, at: number): void {
    if (lastSeen.size >= maxKnown)
      for (const [each, seenAt] of lastSeen) if (at - seenAt > knownForMs) lastSeen.delete(each);
    lastSeen.set(room, at);
  }
  const create = (meeting: MeetingState, patience?: 'quickly') =>
    media.createRoom(
      {
        name: meeting.room,
        maxParticipants: meeting.maxParticipants,
        metadata: roomMetadataOf(meeting),
      },
      patience,
    );

  async function remove(room: string): Promise<boolean> {
    lastSeen.delete(room);
    const removed = (await media.deleteRoom(room)).ok;
    if (removed) await store.spare(room);
    return removed;
  }

  async function make(meeting: MeetingState, patience?: 'quickly'): Promise<Result<void, Refusal>> {
    const made = await create(meeting, patience);
    if (!made.ok) return refuse(made.error, { retryAfter: 5 });
    const { sid } = made.value;
    const noted = await store.update(meeting.id, (state) => {
      if (state.room !== meeting.room) return { state, answer: 'moved' as const };
      if (state.roomSid === sid) return { state, answer: 'kept' as const };
      if (state.roomSid === null) return { state: { ...state, roomSid: sid }, answer: 'kept' as const };
      return { state: { ...recallEverybody(state, store.now()), roomSid: sid }, answer: 'lost' as const };
    });
    if (noted === null || noted === 'moved') {
      // It ended, or went elsewhere, while we asked: what we made must not stay.
      await remove(meeting.room);
      return noted === null ? refuse('meeting-over') : ok();
    }
    see(meeting.room, store.now());
    if (noted === 'lost') {
      announcements.announce(meeting.id, { type: 'rejoin' });
      log.warn({ reference: referenceOf(meeting.id) }, 'room lost and made again');
    }
    return ok();
  }

  /**
   * For some seconds LiveKit offers a dead node too, and waits for it in vain: several names are several draws at once,
   * and the first that answers is taken.
   */
  async function createElsewhere(meeting: MeetingState): Promise<MediaRoom | null> {
    const answered: MediaRoom[] = [];
    const draw = async (): Promise<MediaRoom> => {
      const made = await create({ ...meeting, room: newRoomName(instanceName, randomBytes) }, 'quickly');
      if (!made.ok) throw new Error(made.error);
      if (answered.push(made.value) > 1) void remove(made.value.name);
      return made.value;
    };
    for (let round = 0; round < rounds; round += 1) {
      const draws = Array.from({ length: drawsAtOnce }, draw);
      const first = await Promise.any(draws).catch(() => null);
      if (first) return answered[0] ?? first;
    }
    return null;
  }

  async function move(meeting: MeetingState): Promise<Result<void, Refusal>> {
    const made = await createElsewhere(meeting);
    if (!made) return refuse('media-unreachable', { retryAfter: 5 });
    const { name: room, sid } = made;
    const moved = await store.update(meeting.id, (state) =>
      state.room === meeting.room
        ? { state: { ...recallEverybody(state, store.now()), room, roomSid: sid }, answer: true }
        : { state, answer: false },
    );
    if (!moved) {
      // Somebody else moved it, or it is over.
      await remove(room);
      return moved === null ? refuse('meeting-over') : ok();
    }
    see(room, store.now());
    announcements.announce(meeting.id, { type: 'rejoin' });
    void telephone?.tend(meeting.id);
    log.warn({ reference: referenceOf(meeting.id) }, 'meeting moved to another room');
    // Not waited for: a node that is dead takes seconds to say so. What stays is swept.
    void remove(meeting.room);
    return ok();
  }

  /** Nobody is in the room yet, so that it may as well be another. */
  async function makeFirst(meeting: MeetingState): Promise<Result<void, Refusal>> {
    const made = await make(meeting, 'quickly');
    return made.ok || made.error.code !== 'media-unreachable' ? made : move(meeting);
  }

  async function check(meeting: MeetingState): Promise<Result<void, Refusal>> {
    const at = store.now();
    if (checked.room === meeting.room && at - checked.at < checkedForMs) return ok();
    const made = await make(meeting, 'quickly');
    if (!made.ok) return made.error.code === 'media-unreachable' ? move(meeting) : made;
    // A node whose Redis has lost its data may answer for a room that nobody can enter.
    const listed = await media.listRooms([meeting.room]);
    if (listed.ok && listed.value.length === 0) return move(meeting);
    checked = { room: meeting.room, at };
    return ok();
  }

  /** One request for a room, however many ask at once. */
  function once(
    work: (meeting: MeetingState) => Promise<Result<void, Refusal>>,
    meeting: MeetingState,
  ): Promise<Result<void, Refusal>> {
    const already = running.get(meeting.room);
    if (already) return already;
    const attempt = work(meeting).finally(() => running.delete(meeting.room));
    running.set(meeting.room, attempt);
    return attempt;
  }

  return {
    async place(meeting) {
      const seen = lastSeen.get(meeting.room);
      if (seen !== undefined && store.now() - seen < knownForMs) return ok();
      return once(meeting.roomSid === null ? makeFirst : make, meeting);
    },
    check: (meeting) => once(check, meeting),
    move: (meeting) => once(move, meeting),
    seen: see,
    doubt(room) {
      lastSeen.delete(room);
    },
    remove,
  };
}
