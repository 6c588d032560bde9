import { ParticipantInfo_State, TrackType, type RoomServiceClient } from 'livekit-server-sdk';
import { now } from './launch.ts';

/** What the media server knows, asked every few milliseconds: the same witness for both sides, and outside of both. */
export type Witness = {
  /** The room that was made since. */
  newRoom(): Promise<string>;
  /** When (ms since 1970) somebody's media connection to the room that was made since stood. */
  connected(): Promise<number>;
  /** When somebody's microphone was published in that room. */
  microphoneHeard(): Promise<number>;
};

const everyMs = 4;
const patienceMs = 20_000;

/** From now on; call it before the click. */
export async function watchMediaServer(livekit: RoomServiceClient): Promise<Witness> {
  const names = async (): Promise<string[]> => (await livekit.listRooms()).map(({ name }) => name);
  const before = new Set(await names());
  const newRoom = (): Promise<string> =>
    until('a room', async () => (await names()).find((name) => !before.has(name)));
  return {
    newRoom,
    async connected() {
      const room = await newRoom();
      return until('a participant', async () => {
        const people = await livekit.listParticipants(room);
        return people.some(({ state }) => state === ParticipantInfo_State.ACTIVE) ? now() : undefined;
      });
    },
    async microphoneHeard() {
      const room = await newRoom();
      return until('a microphone', async () => {
        const people = await livekit.listParticipants(room);
        const tracks = people.flatMap((person) => person.tracks);
        return tracks.some(({ type, muted }) => type === TrackType.AUDIO && !muted) ? now() : undefined;
      });
    },
  };
}

async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const giveUpAt = now() + patienceMs;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (now() > giveUpAt) throw new Error(`the media server did not see ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
