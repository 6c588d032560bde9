import { inBatches } from './batches.ts';
import type { Parts } from './parts.ts';
import { isOurRoom } from './room-name.ts';
import { seatTimes } from './seat-times.ts';
import type { OpenMeeting } from './store.ts';
import type { MediaRoom } from '../livekit.ts';

type Needs = Pick<Parts, 'store' | 'media' | 'places' | 'instanceName' | 'clock'>;

const requestsAtOnce = 8;

/**
 * Returns one pass that brings LiveKit and the store to agree: rooms of no meeting are deleted, lost rooms made again,
 * seats follow who is really there. LiveKit not answering changes nothing: nobody loses a seat to a silence.
 */
export function createPresenceWatch(parts: Needs): () => Promise<void> {
  const { store, media, places, instanceName, clock } = parts;
  /** Meetings whose last pass succeeded: only of them is it known that an absence is not ours. */
  let watched = new Set<string>();

  async function watchMeeting(meeting: OpenMeeting): Promise<boolean> {
    const at = clock();
    const listed = await media.listParticipants(meeting.room);
    if (!listed.ok) return false;
    const strangers = await store.notePresence(meeting.id, {
      at,
      present: listed.value,
      presentUntil: clock() + seatTimes.absent,
      absentUntil: watched.has(meeting.id) ? 0 : clock() + seatTimes.absent,
    });
    await inBatches(strangers, 1, async (identity) => {
      await media.removeParticipant(meeting.room, identity);
    });
    return true;
  }

  async function agree(meeting: OpenMeeting, room: MediaRoom | undefined): Promise<boolean> {
    // No sid: the room is being made for the first time.
    if (meeting.roomSid === null) return false;
    if (room?.sid !== meeting.roomSid) {
      // Our list may be older than the room: createRoom tells the truth and changes nothing if all is well.
      await places.place(meeting);
      return false;
    }
    // LiveKit's count lags by seconds, so it may only add a reason to look.
    return meeting.seats === 0 && room.participants === 0 ? true : watchMeeting(meeting);
  }

  return async () => {
    const rooms = await media.listRooms();
    if (!rooms.ok) {
      watched = new Set();
      return;
    }
    // Asked after LiveKit: a meeting is in the store before its room exists, so what is missing here is over.
    const meetings = await store.openMeetings();
    const wanted = new Set(meetings.map(({ room }) => room));
    const orphans = rooms.value.filter(({ name }) => isOurRoom(name, instanceName) && !wanted.has(name));
    await inBatches(orphans, requestsAtOnce, async ({ name }) => {
      await places.remove(name);
    });
    const byName = new Map(rooms.value.map((room) => [room.name, room]));
    const agreed = new Set<string>();
    await inBatches(meetings, requestsAtOnce, async (meeting) => {
      if (await agree(meeting, byName.get(meeting.room))) agreed.add(meeting.id);
    });
    watched = agreed;
  };
}
