import { ServerError, type Room } from 'livekit-server-sdk';
import type { Person } from '../meetings/meeting-state.ts';
import { limits } from '../../shared/meeting-limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { openApiConnections } from './api-connections.ts';
import { roomClient, signLivekitToken, sipClient, type LivekitAccess } from './api-clients.ts';
import { ruleIn, ruleRequest, type DispatchRule, type NewDispatchRule } from './dispatch-rules.ts';
import { grantOf, permissionOf, personIn, type MediaPerson, type MediaRights } from './participants.ts';
import type { Log } from '../operation/log.ts';

type MediaAnswer<T> = Promise<Result<T, 'media-unreachable'>>;
export type MediaRoom = {
  readonly name: string;
  readonly sid: string;
  /** Lags by seconds. */
  readonly participants: number;
  readonly metadata: string;
  /** Ms since 1970. */
  readonly createdAt: number;
};
type NewMediaRoom = {
  readonly name: string;
  readonly maxParticipants: number;
  readonly metadata: string;
  /** When LiveKit itself ends it for want of people; without it the room outlasts any meeting. */
  readonly emptySeconds?: number;
};

/** All that the service asks of LiveKit. Deleting or removing what is not there is no error. */
export type MediaServer = {
  /**
   * Does nothing if the room exists. `quickly`: somebody is waiting. `node-silent`: LiveKit chose a node that does
   * not answer; a room of another name may be placed elsewhere. On any other error no room can be created at all.
   */
  createRoom(
    wanted: NewMediaRoom,
    patience?: 'quickly',
  ): Promise<Result<MediaRoom, 'media-unreachable' | 'node-silent'>>;
  deleteRoom(name: string): MediaAnswer<void>;
  /** All rooms, or those of these names. */
  listRooms(names?: readonly string[], patience?: 'quickly'): MediaAnswer<readonly MediaRoom[]>;
  /** Who is in the room; nobody is in one that is not there. */
  listParticipants(room: string): MediaAnswer<readonly MediaPerson[]>;
  /** Does not wait long: if the participant leaves at the same moment, LiveKit takes three seconds to answer. */
  removeParticipant(room: string, identity: string): MediaAnswer<void>;
  /** If they are not in the room there are no rights to set. */
  setRights(room: string, identity: string, rights: MediaRights): MediaAnswer<void>;
  /** Soft: whoever sends the track may unmute it. */
  muteTrack(room: string, identity: string, track: string): MediaAnswer<void>;
  /** Only with LiveKit's `room.enable_remote_unmute`. */
  unmuteTrack(room: string, identity: string, track: string): MediaAnswer<void>;
  setRoomMetadata(room: string, metadata: string): MediaAnswer<void>;
  /** Leads callers of the trunk who dial this PIN into the room. LiveKit refuses a PIN that the trunk has already. */
  createDispatchRule(wanted: NewDispatchRule): MediaAnswer<DispatchRule>;
  deleteDispatchRule(id: string): MediaAnswer<void>;
  /** Everybody's rules for the trunk. */
  listDispatchRules(trunkId: string): MediaAnswer<readonly DispatchRule[]>;
  signToken(
    room: string,
    person: Pick<Person, 'identity' | 'displayName'>,
    rights: MediaRights,
    ttlSeconds: number,
  ): Promise<string>;
};

type Options = LivekitAccess & { readonly log: Log };

/** Ten minutes longer than any meeting: LiveKit must not end what the service still holds open. */
const roomTimeoutSeconds = (limits.maxMinutes + 10) * 60;
const requestTimeoutSeconds = 4;
/** A healthy node answers in milliseconds; for a dead one LiveKit itself waits three seconds. */
const quickTimeoutSeconds = 1;

/** The only file that knows LiveKit's API. */
export function connectMediaServer({ log, ...access }: Options): MediaServer {
  const within = openApiConnections(access.apiUrl);
  const rooms = roomClient(access, within(requestTimeoutSeconds));
  const quickRooms = roomClient(access, within(quickTimeoutSeconds));
  const calls = (patience: 'quickly' | undefined) => (patience === 'quickly' ? quickRooms : rooms);
  const sip = sipClient(access, within(requestTimeoutSeconds));

  async function ask<T>(call: string, request: () => Promise<T>, whenMissing?: T): MediaAnswer<T> {
    try {
      return ok(await request());
    } catch (error) {
      if (whenMissing !== undefined && error instanceof ServerError && error.code === 'not_found') {
        return ok(whenMissing);
      }
      log.warn({ call, cause: describe(error) }, 'LiveKit did not do what it was asked');
      return err('media-unreachable');
    }
  }

  async function deleteWherever(name: string): Promise<true> {
    try {
      return await done(rooms.deleteRoom(name));
    } catch (error) {
      if (!isNowhere(error)) throw error;
      await rooms.createRoom({ name });
      return done(rooms.deleteRoom(name));
    }
  }

  return {
    async createRoom({ emptySeconds = roomTimeoutSeconds, ...wanted }, patience) {
      let silent = false;
      const timeouts = { emptyTimeout: emptySeconds, departureTimeout: emptySeconds };
      const made = await ask('createRoom', () =>
        calls(patience)
          .createRoom({ ...wanted, ...timeouts })
          .catch((error: unknown) => {
            silent = isSilence(error);
            throw error;
          }),
      );
      return made.ok ? ok(plain(made.value)) : err(silent ? 'node-silent' : made.error);
    },
    deleteRoom: (name) => nothing(ask('deleteRoom', () => deleteWherever(name), true)),
    listRooms: (names, patience) =>
      ask('listRooms', async () => (await calls(patience).listRooms(names && [...names])).map(plain)),
    listParticipants: (room) =>
      ask<readonly MediaPerson[]>(
        'listParticipants',
        async () => (await rooms.listParticipants(room)).map(personIn),
        [],
      ),
    removeParticipant: (room, identity) =>
      nothing(ask('removeParticipant', () => done(quickRooms.removeParticipant(room, identity)), true)),
    setRights: (room, identity, rights) => {
      const { attributes, name } = rights;
      const wanted = {
        permission: permissionOf(rights),
        attributes: { ...attributes },
        ...(name ? { name } : {}),
      };
      return nothing(
        ask('updateParticipant', () => done(rooms.updateParticipant(room, identity, wanted)), true),
      );
    },
    muteTrack: (room, identity, track) =>
      nothing(
        ask('mutePublishedTrack', () => done(rooms.mutePublishedTrack(room, identity, track, true)), true),
      ),
    unmuteTrack: (room, identity, track) =>
      nothing(
        ask('mutePublishedTrack', () => done(rooms.mutePublishedTrack(room, identity, track, false)), true),
      ),
    setRoomMetadata: (room, metadata) =>
      nothing(ask('updateRoomMetadata', () => done(rooms.updateRoomMetadata(room, metadata)), true)),
    createDispatchRule: (wanted) =>
      ask('createSipDispatchRule', async () =>
        ruleIn(await sip.createSipDispatchRule(...ruleRequest(wanted))),
      ),
    deleteDispatchRule: (id) =>
      nothing(ask('deleteSipDispatchRule', () => done(sip.deleteSipDispatchRule(id)), true)),
    listDispatchRules: (trunkId) =>
      ask('listSipDispatchRule', async () =>
        (await sip.listSipDispatchRule({ trunkIds: [trunkId] })).map(ruleIn),
      ),
    signToken: (room, { identity, displayName }, rights, ttlSeconds) =>
      signLivekitToken(
        access,
        {
          sub: identity,
          name: displayName,
          attributes: Object.fromEntries(Object.entries(rights.attributes).filter(([, value]) => value)),
          video: { room, roomJoin: true, ...grantOf(rights) },
        },
        ttlSeconds,
      ),
  };
}

const plain = ({ name, sid, numParticipants, metadata, creationTime }: Room): MediaRoom => ({
  name,
  sid,
  participants: numParticipants,
  metadata,
  createdAt: Number(creationTime) * 1000,
});

const done = async (request: Promise<unknown>): Promise<true> => {
  await request;
  return true;
};

const nothing = async (answer: MediaAnswer<true>): MediaAnswer<void> => {
  const answered = await answer;
  return answered.ok ? ok() : answered;
};

/**
 * LiveKit (1.13) lists the room but has forgotten its node: somebody entered while it was being deleted. Only
 * creating it again finds the node.
 */
const isNowhere = (error: unknown): boolean =>
  error instanceof ServerError && error.message.includes('could not find object');

/** Nobody answered in time: neither to us, nor to LiveKit, which waits three seconds for its node. */
const isSilence = (error: unknown): boolean =>
  error instanceof ServerError
    ? error.status === 503
    : error instanceof Error && error.name === 'TimeoutError';

/** What may be logged. */
function describe(error: unknown): string {
  // If a proxy answers in LiveKit's place, the first line of its page is enough.
  if (error instanceof ServerError)
    return `${error.status} ${error.code ?? ''} ${error.message.split('\n')[0]?.slice(0, 200)}`;
  // With several addresses behind one name the message of what failed is empty (Node 24).
  return error instanceof Error ? error.message || error.name : String(error);
}
