import { err, ok, type Result } from '../../shared/result.ts';
import type { MediaRoom, MediaServer } from '../livekit/media-server.ts';
import type { MediaRights, MediaTrack } from '../livekit/participants.ts';
import type { DispatchRule } from '../livekit/dispatch-rules.ts';

export type FakeMedia = MediaServer & {
  /** Every call, as "createRoom NAME". */
  readonly calls: string[];
  /** Identities by room name: a room that is not a key does not exist. */
  readonly rooms: Map<string, Set<string>>;
  /** What each identity may do: as its latest token says, then as it was set. */
  readonly rights: Map<string, MediaRights>;
  readonly tracks: Map<string, readonly MediaTrack[]>;
  /** Metadata by room name. */
  readonly metadata: Map<string, string>;
  /** Names by identity, as LiveKit's bridge gives them, of those in a room who are on the telephone. */
  readonly callers: Map<string, string>;
  /** Rules for callers, by id. */
  readonly dispatchRules: Map<string, DispatchRule>;
  silent: boolean;
  /** Calls that get no answer. */
  fails: (call: string) => boolean;
  /** As a restart does: rooms and everybody in them are gone. */
  loseEverything(): void;
  /** Runs before a call is answered, for what happens in the meantime. */
  meanwhile: (call: string) => Promise<void>;
};

/** LiveKit as far as the rules can tell, for what a real one cannot be made to do on cue. */
export function createFakeMedia(): FakeMedia {
  const sids = new Map<string, string>();
  /** LiveKit's id of each stay, by room and identity. */
  const stays = new Map<string, string>();
  const isIn = (room: string, identity: string): boolean => fake.rooms.get(room)?.has(identity) ?? false;
  let sidsMade = 0;
  function stayOf(room: string, identity: string): string {
    const stay = stays.get(`${room} ${identity}`) ?? `PA_${(sidsMade += 1)}`;
    stays.set(`${room} ${identity}`, stay);
    return stay;
  }

  async function answer<T>(call: string, give: () => T): Promise<Result<T, 'media-unreachable'>> {
    fake.calls.push(call);
    await fake.meanwhile(call);
    return fake.silent || fake.fails(call) ? err('media-unreachable') : ok(give());
  }
  async function dial<T>(call: string, give: () => T | null): Promise<Result<T, 'media-unreachable'>> {
    const answered = await answer(call, give);
    return answered.ok && answered.value !== null ? ok(answered.value) : err('media-unreachable');
  }
  function setMuted(identity: string, sid: string, muted: boolean): void {
    const tracks = fake.tracks.get(identity) ?? [];
    const others = tracks.filter((track) => track.sid !== sid);
    const track = tracks.find((each) => each.sid === sid);
    fake.tracks.set(identity, track ? [...others, { ...track, muted }] : others);
  }
  const describe = (name: string): MediaRoom => ({
    name,
    sid: sids.get(name) ?? '',
    participants: fake.rooms.get(name)?.size ?? 0,
    metadata: fake.metadata.get(name) ?? '',
    createdAt: 0,
  });

  const fake: FakeMedia = {
    calls: [],
    rooms: new Map(),
    rights: new Map(),
    tracks: new Map(),
    metadata: new Map(),
    callers: new Map(),
    dispatchRules: new Map(),
    silent: false,
    fails: () => false,
    meanwhile: async () => undefined,
    loseEverything() {
      fake.rooms.clear();
      sids.clear();
    },
    async createRoom(wanted) {
      const { name } = wanted;
      const made = await answer(`createRoom ${name}`, () => {
        if (!fake.rooms.has(name)) {
          fake.rooms.set(name, new Set());
          sids.set(name, `RM_${(sidsMade += 1)}`);
          fake.metadata.set(name, wanted.metadata);
        }
        return describe(name);
      });
      return made.ok || fake.silent ? made : err('node-silent');
    },
    deleteRoom: (name) => answer(`deleteRoom ${name}`, () => void fake.rooms.delete(name)),
    listRooms: (names) =>
      answer('listRooms', () =>
        [...fake.rooms.keys()].filter((name) => names === undefined || names.includes(name)).map(describe),
      ),
    listParticipants: (room) =>
      answer(`listParticipants ${room}`, () => {
        const people = fake.rooms.get(room) ?? [];
        return [...people].map((identity) => ({
          identity,
          sid: stayOf(room, identity),
          name: fake.callers.get(identity) ?? '',
          onTelephone: fake.callers.has(identity),
          rights: fake.rights.get(identity) ?? 'others',
          tracks: fake.tracks.get(identity) ?? [],
        }));
      }),
    removeParticipant: (room, identity) =>
      answer(`removeParticipant ${identity}`, () => {
        fake.rooms.get(room)?.delete(identity);
        stays.delete(`${room} ${identity}`);
      }),
    setRights: (room, identity, rights) =>
      answer(`setRights ${identity} ${rights.sources.join()}`, () => {
        if (!isIn(room, identity)) return;
        fake.rights.set(identity, rights);
        const tracks = fake.tracks.get(identity) ?? [];
        fake.tracks.set(
          identity,
          tracks.filter(({ source }) => source !== null && rights.sources.includes(source)),
        );
      }),
    muteTrack: (_room, identity, sid) =>
      answer(`muteTrack ${identity} ${sid}`, () => setMuted(identity, sid, true)),
    unmuteTrack: (_room, identity, sid) =>
      answer(`unmuteTrack ${identity} ${sid}`, () => setMuted(identity, sid, false)),
    setRoomMetadata: (room, text) =>
      answer(`setRoomMetadata ${room}`, () => void fake.metadata.set(room, text)),
    createDispatchRule: ({ trunkId: _trunk, ...wanted }) =>
      dial(`createDispatchRule ${wanted.room}`, () => {
        if ([...fake.dispatchRules.values()].some(({ pin }) => pin === wanted.pin)) return null;
        const rule = { id: `SDR_${(sidsMade += 1)}`, ...wanted };
        fake.dispatchRules.set(rule.id, rule);
        return rule;
      }),
    deleteDispatchRule: (id) => dial(`deleteDispatchRule ${id}`, () => void fake.dispatchRules.delete(id)),
    listDispatchRules: () => dial('listDispatchRules', () => [...fake.dispatchRules.values()]),
    async signToken(room, { identity }, rights, ttlSeconds) {
      // Whoever is in the room already keeps what they have.
      if (!isIn(room, identity)) fake.rights.set(identity, rights);
      return `token ${room} ${identity} ${ttlSeconds}`;
    },
  };
  return fake;
}
