import { ok, type Result } from '../../shared/result.ts';
import { refuse, type Refusal } from '../errors.ts';
import type { MediaServer } from '../livekit.ts';
import type { Log } from '../log.ts';
import type { Announcements } from './announcements.ts';
import { roomMetadataOf } from './metadata.ts';
import type { Clock } from './parts.ts';
import { referenceOf } from './reference.ts';
import { seatTimes } from './seat-times.ts';
import type { MeetingRecord, MeetingStore } from './store.ts';

/** Rooms on LiveKit, one for each open meeting and none for any other. */
export type Places = {
  /** Makes sure that the open meeting has its room; if LiveKit had lost it, everybody is called back. */
  place(meeting: MeetingRecord): Promise<Result<void, Refusal>>;
  /** Deletes a room whose meeting is no longer in the store. False if LiveKit did not; the sweep tries again. */
  remove(room: string): Promise<boolean>;
};

type Needs = {
  store: MeetingStore;
  media: MediaServer;
  announcements: Announcements;
  clock: Clock;
  log: Log;
};

export function createPlaces({ store, media, announcements, clock, log }: Needs): Places {
  const running = new Map<string, Promise<Result<void, Refusal>>>();

  async function make(meeting: MeetingRecord): Promise<Result<void, Refusal>> {
    // Asked after registering in `running`: an end either is seen here, or waits in `remove` for what we make.
    if ((await store.findMeeting(meeting.id)) === null) return refuse('meeting-over');
    const made = await media.createRoom({
      name: meeting.room,
      maxParticipants: meeting.maxParticipants,
      metadata: roomMetadataOf(meeting),
    });
    if (!made.ok) return refuse(made.error, { retryAfter: 5 });
    const before = await store.swapRoomSid(meeting.id, made.value.sid);
    if (before !== null && before !== made.value.sid) {
      await store.recallSeats(meeting.id, clock() + seatTimes.unused);
      announcements.announce(meeting.id, { type: 'rejoin' });
      log.warn({ reference: referenceOf(meeting.id) }, 'room lost and made again');
    }
    return ok();
  }

  return {
    place(meeting) {
      const already = running.get(meeting.room);
      if (already) return already;
      const attempt = make(meeting).finally(() => running.delete(meeting.room));
      running.set(meeting.room, attempt);
      return attempt;
    },
    async remove(room) {
      await running.get(room)?.catch(() => undefined);
      return (await media.deleteRoom(room)).ok;
    },
  };
}
