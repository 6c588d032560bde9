import { ok, type Result } from '../../../shared/result.ts';
import { writeRoomMetadata } from '../../../shared/room-metadata.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import type { MediaServer } from '../../livekit/media-server.ts';
import type { Log } from '../../operation/log.ts';
import type { Announcements } from '../events/announcements.ts';
import type { KnownRooms } from './known-rooms.ts';
import type { RandomBytes } from '../../system/random-bytes.ts';
import { referenceOf } from '../meeting-reference.ts';
import { recallEverybody } from '../seats/seats.ts';
import type { MeetingState } from '../meeting-state.ts';
import type { MeetingStore } from '../store/meeting-store.ts';
import type { Telephone } from '../telephone/telephone.ts';

export type RoomDeps = {
  readonly store: MeetingStore;
  readonly media: MediaServer;
  readonly announcements: Announcements;
  readonly telephone: Telephone | null;
  readonly instanceName: string;
  readonly randomBytes: RandomBytes;
  readonly log: Log;
};

export type RoomCreator = {
  /** Asks LiveKit for the meeting's room, whatever the store says. */
  create(meeting: MeetingState, patience?: 'quickly'): ReturnType<MediaServer['createRoom']>;
  /** The same, and stores it; if LiveKit had lost the room, everybody is asked to reconnect. */
  make(meeting: MeetingState, patience?: 'quickly'): Promise<Result<void, Refusal> | 'node-silent'>;
  /**
   * Deletes a room that no meeting has any more. False if LiveKit did not; reconcile-rooms.ts tries again. Never
   * rejects: nobody awaits it where a room is left behind, and an unhandled rejection ends the process.
   */
  remove(room: string): Promise<boolean>;
};

export const mediaUnreachable = refuse('media-unreachable', { retryAfter: 5 });

export function createRoomCreator(deps: RoomDeps, known: KnownRooms): RoomCreator {
  const { store, media, announcements, log } = deps;

  const create: RoomCreator['create'] = (meeting, patience) =>
    media.createRoom(
      {
        name: meeting.room,
        maxParticipants: meeting.maxParticipants,
        metadata: writeRoomMetadata(meeting),
      },
      patience,
    );

  async function remove(room: string): Promise<boolean> {
    known.forget(room);
    const removed = (await media.deleteRoom(room)).ok;
    // If the store does not answer, the room stays marked for deletion; the reconciliation of rooms unmarks it later.
    if (removed) await store.confirmDeleted(room).catch(() => undefined);
    return removed;
  }

  const make: RoomCreator['make'] = async (meeting, patience) => {
    const made = await create(meeting, patience);
    if (!made.ok) return made.error === 'node-silent' ? made.error : mediaUnreachable;
    const { sid } = made.value;
    const noted = await store.update(meeting.id, (state) => {
      if (state.room !== meeting.room) return { state, answer: 'moved' as const };
      if (state.roomSid === sid) return { state, answer: 'kept' as const };
      if (state.roomSid === null) return { state: { ...state, roomSid: sid }, answer: 'kept' as const };
      return { state: { ...recallEverybody(state, store.now()), roomSid: sid }, answer: 'lost' as const };
    });
    if (noted === null || noted === 'moved') {
      // The meeting ended or moved while we asked: the new room must not stay.
      await remove(meeting.room);
      return noted === null ? refuse('meeting-over') : ok();
    }
    known.see(meeting.room, store.now());
    if (noted === 'lost') {
      announcements.announce(meeting.id, { type: 'rejoin' });
      log.warn({ reference: referenceOf(meeting.id) }, 'room lost and made again');
    }
    return ok();
  };

  return { create, make, remove };
}
