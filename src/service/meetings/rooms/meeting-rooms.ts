import { ok, type Result } from '../../../shared/result.ts';
import type { Refusal } from '../../refusal.ts';
import { createReopenedRoomDeleter } from './delete-reopened-room.ts';
import { createKnownRooms } from './known-rooms.ts';
import { createRoomCreator, mediaUnreachable, type RoomDeps } from './create-room.ts';
import { createRoomMover, type MoveReason } from './move-room.ts';
import type { MeetingState } from '../meeting-state.ts';

/** Rooms on LiveKit, one for each open meeting and none for any other. */
export type MeetingRooms = {
  /**
   * Makes sure that the open meeting has its room; if LiveKit had lost it, everybody is called back. Asks LiveKit only
   * if nobody has seen the room for 30 s.
   */
  ensure(meeting: MeetingState): Promise<Result<void, Refusal>>;
  /** The room was seen, at `at`. */
  noteSeen(room: string, at: number): void;
  /** Forgets that the room was seen: LiveKit is asked again. */
  forgetSeen(room: string): void;
  /** Somebody in the meeting has lost it: finds out whether its room still lives, and moves the meeting if not. */
  checkAlive(meeting: MeetingState): Promise<Result<void, Refusal>>;
  /** Gives the meeting another room, where LiveKit places it anew, and calls everybody there. */
  move(meeting: MeetingState, reason: MoveReason): Promise<Result<void, Refusal>>;
  /** Deletes a room whose meeting is no longer in the store. False if LiveKit did not; it is tried again. */
  remove(room: string): Promise<boolean>;
  /** The same for a room that was started again after its meeting had left it: at once, and until it is gone. */
  deleteReopened(room: string): Promise<void>;
};

/** When a crowd has lost its room everybody asks at once; one answer serves all of them for this long (ms). */
const checkedForMs = 500;

export function createMeetingRooms(deps: RoomDeps): MeetingRooms {
  const { store, media } = deps;
  const known = createKnownRooms(store.now);
  const maker = createRoomCreator(deps, known);
  const { make } = maker;
  const move = createRoomMover(deps, maker, known);
  const running = new Map<string, Promise<Result<void, Refusal>>>();
  /** The last room that was found alive because somebody had lost it. */
  let checked = { room: '', at: 0 };

  /** Nobody is in the room yet: another room would do as well. */
  async function makeFirst(meeting: MeetingState): Promise<Result<void, Refusal>> {
    const made = await make(meeting, 'quickly');
    return made === 'node-silent' ? move(meeting, 'lost') : made;
  }

  async function makeAgain(meeting: MeetingState): Promise<Result<void, Refusal>> {
    const made = await make(meeting);
    return made === 'node-silent' ? mediaUnreachable : made;
  }

  async function check(meeting: MeetingState): Promise<Result<void, Refusal>> {
    const at = store.now();
    if (checked.room === meeting.room && at - checked.at < checkedForMs) return ok();
    const made = await make(meeting, 'quickly');
    if (made === 'node-silent') return move(meeting, 'lost');
    // LiveKit as a whole has a problem: the room may still exist, and no other node could take the meeting.
    if (!made.ok) return made;
    // A node whose Redis has lost its data may report a room that nobody can enter.
    const listed = await media.listRooms([meeting.room], 'quickly');
    if (listed.ok && listed.value.length === 0) return move(meeting, 'lost');
    checked = { room: meeting.room, at };
    // The room may be full of people without a seat.
    await store.bringForward(meeting.id);
    return ok();
  }

  /** One request for a room, however many ask at once. */
  function once(room: string, work: () => Promise<Result<void, Refusal>>): Promise<Result<void, Refusal>> {
    const already = running.get(room);
    if (already) return already;
    const attempt = work().finally(() => running.delete(room));
    running.set(room, attempt);
    return attempt;
  }

  return {
    async ensure(meeting) {
      if (known.has(meeting.room)) return ok();
      return once(meeting.room, () => (meeting.roomSid === null ? makeFirst(meeting) : makeAgain(meeting)));
    },
    checkAlive: (meeting) => once(meeting.room, () => check(meeting)),
    move: (meeting, reason) => once(meeting.room, () => move(meeting, reason)),
    noteSeen: known.see,
    forgetSeen: known.forget,
    remove: maker.remove,
    deleteReopened: createReopenedRoomDeleter({ store, media, remove: maker.remove }),
  };
}
