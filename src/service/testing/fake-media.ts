import { err, ok, type Result } from '../../shared/result.ts';
import type { MediaRoom, MediaServer } from '../livekit.ts';

export type FakeMedia = MediaServer & {
  /** Every call, as "createRoom NAME". */
  readonly calls: string[];
  /** Identities by room name: a room that is not a key does not exist. */
  readonly rooms: Map<string, Set<string>>;
  silent: boolean;
  /** As a restart does: rooms and everybody in them are gone. */
  loseEverything(): void;
  /** Runs before a call is answered, for what happens in the meantime. */
  meanwhile: (call: string) => Promise<void>;
};

/** LiveKit as far as the rules can tell, for what a real one cannot be made to do on cue. */
export function createFakeMedia(): FakeMedia {
  const sids = new Map<string, string>();
  const metadata = new Map<string, string>();
  let made = 0;

  async function answer<T>(call: string, give: () => T): Promise<Result<T, 'media-unreachable'>> {
    fake.calls.push(call);
    await fake.meanwhile(call);
    return fake.silent ? err('media-unreachable') : ok(give());
  }
  const describe = (name: string): MediaRoom => ({
    name,
    sid: sids.get(name) ?? '',
    participants: fake.rooms.get(name)?.size ?? 0,
    metadata: metadata.get(name) ?? '',
    createdAt: 0,
  });

  const fake: FakeMedia = {
    calls: [],
    rooms: new Map(),
    silent: false,
    meanwhile: async () => undefined,
    loseEverything() {
      fake.rooms.clear();
      sids.clear();
    },
    createRoom: (wish) =>
      answer(`createRoom ${wish.name}`, () => {
        const { name } = wish;
        if (!fake.rooms.has(name)) {
          fake.rooms.set(name, new Set());
          sids.set(name, `RM_${(made += 1)}`);
          metadata.set(name, wish.metadata);
        }
        return describe(name);
      }),
    deleteRoom: (name) => answer(`deleteRoom ${name}`, () => void fake.rooms.delete(name)),
    listRooms: (names) =>
      answer('listRooms', () =>
        [...fake.rooms.keys()].filter((name) => names === undefined || names.includes(name)).map(describe),
      ),
    listParticipants: (room) =>
      answer(`listParticipants ${room}`, () => {
        const people = fake.rooms.get(room) ?? [];
        return [...people].map((identity) => ({ identity, onTelephone: false }));
      }),
    removeParticipant: (room, identity) =>
      answer(`removeParticipant ${identity}`, () => void fake.rooms.get(room)?.delete(identity)),
    signToken: async (room, { identity }, ttlSeconds) => `token ${room} ${identity} ${ttlSeconds}`,
  };
  return fake;
}
