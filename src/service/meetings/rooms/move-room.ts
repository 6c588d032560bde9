import { ok, type Result } from '../../../shared/result.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import type { MediaRoom } from '../../livekit/media-server.ts';
import type { KnownRooms } from './known-rooms.ts';
import { mediaUnreachable, type RoomDeps, type RoomCreator } from './create-room.ts';
import { referenceOf } from '../meeting-reference.ts';
import { newRoomName } from './room-name.ts';
import { recallEverybody } from '../seats/seats.ts';
import type { MeetingState } from '../meeting-state.ts';

/**
 * `lost`: nobody hears anything any more. `planned`: the room still works, and its node is being emptied.
 * `intruders`: people who are kept out have tokens for the room; a token names one room, so it opens no other.
 */
export type MoveReason = 'lost' | 'planned' | 'intruders';

/**
 * How many new rooms are tried at once for people who hear nothing, and in how many rounds, before LiveKit counts as
 * unreachable.
 */
const drawsAtOnce = { lost: 4, planned: 1, intruders: 1 } as const;
const rounds = 2;
/**
 * How long (ms) a room with intruders stays after its meeting has left: most people are called away within that time
 * and hear each other until then; the others learn of it from LiveKit. No longer than a visit of intruders may last.
 */
const graceMs = 800;

/**
 * Gives a meeting another room, which LiveKit places anew, and asks everybody to reconnect. In a planned move the old
 * room stays until everybody had time to leave it; reconcile-rooms.ts deletes it.
 */
export function createRoomMover(deps: RoomDeps, maker: RoomCreator, known: KnownRooms) {
  const { store, announcements, telephone, instanceName, randomBytes, log } = deps;

  /**
   * For some seconds LiveKit still chooses a dead node, and waits for it in vain: several names are several chances
   * at once, and the first room that is created is taken.
   */
  async function createElsewhere(meeting: MeetingState, reason: MoveReason): Promise<MediaRoom | null> {
    const answered: MediaRoom[] = [];
    const draw = async (): Promise<MediaRoom> => {
      const made = await maker.create(
        { ...meeting, room: newRoomName(instanceName, randomBytes) },
        'quickly',
      );
      if (!made.ok) throw new Error(made.error);
      if (answered.push(made.value) > 1) void maker.remove(made.value.name);
      return made.value;
    };
    for (let round = 0; round < rounds; round += 1) {
      const draws = Array.from({ length: drawsAtOnce[reason] }, draw);
      const first = await Promise.any(draws).catch(() => null);
      if (first) return answered[0] ?? first;
    }
    return null;
  }

  const leave = (state: MeetingState, reason: MoveReason): MeetingState => {
    const now = store.now();
    // Tracks belong to the room that is left; in the new one everybody publishes again.
    const recalled = { ...recallEverybody(state, now), doubled: [] };
    return reason === 'intruders' ? { ...recalled, intrudersLeftAt: now } : recalled;
  };

  return async function move(meeting: MeetingState, reason: MoveReason): Promise<Result<void, Refusal>> {
    const made = await createElsewhere(meeting, reason);
    if (!made) return mediaUnreachable;
    const { name: room, sid } = made;
    const moved = await store.update(meeting.id, (state) =>
      state.room === meeting.room
        ? { state: { ...leave(state, reason), room, roomSid: sid }, answer: true }
        : { state, answer: false },
    );
    if (!moved) {
      // Another call moved it, or the meeting is over.
      await maker.remove(room);
      return moved === null ? refuse('meeting-over') : ok();
    }
    known.see(room, store.now());
    announcements.announce(meeting.id, { type: 'rejoin' });
    void telephone?.reconcileRule(meeting.id);
    log.warn({ reference: referenceOf(meeting.id), reason }, 'meeting moved to another room');
    // Not awaited: a dead node takes seconds to fail. What stays is deleted by the reconciliation of rooms.
    if (reason === 'lost') void maker.remove(meeting.room);
    if (reason === 'intruders') setTimeout(() => void maker.remove(meeting.room), graceMs).unref();
    return ok();
  };
}
