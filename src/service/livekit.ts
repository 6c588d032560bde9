import { AccessToken, RoomServiceClient, ServerError, TrackSource } from 'livekit-server-sdk';
import type { Person } from './meetings/store.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Log } from './log.ts';

type MediaAnswer<T> = Promise<Result<T, 'media-unreachable'>>;
export type MediaRoom = { readonly name: string; readonly sid: string; readonly participants: number };
type MediaRoomWish = {
  readonly name: string;
  readonly maxParticipants: number;
  readonly metadata: string;
};

/** All that the service asks of LiveKit. Deleting or removing what is not there is no error. */
export type MediaServer = {
  /** Changes nothing on a room that lives. */
  createRoom(wish: MediaRoomWish): MediaAnswer<MediaRoom>;
  deleteRoom(name: string): MediaAnswer<void>;
  listRooms(): MediaAnswer<readonly MediaRoom[]>;
  /** Identities; none for a room that is not there. */
  listParticipants(room: string): MediaAnswer<readonly string[]>;
  removeParticipant(room: string, identity: string): MediaAnswer<void>;
  signToken(room: string, person: Person, ttlSeconds: number): Promise<string>;
};

type Options = { apiUrl: string; apiKey: string; apiSecret: string; log: Log };

/** Longer than any meeting: LiveKit must not end what the service still holds open. */
const roomTimeoutSeconds = 17_400;
const requestTimeoutSeconds = 4;

/** The only file that knows LiveKit's API. */
export function connectMediaServer({ apiUrl, apiKey, apiSecret, log }: Options): MediaServer {
  // Fail-over asks for regions that only LiveKit's own cloud has.
  const rooms = new RoomServiceClient(apiUrl, apiKey, apiSecret, {
    requestTimeout: requestTimeoutSeconds,
    failover: false,
  });

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

  return {
    createRoom: (wish) =>
      ask('createRoom', async () =>
        plain(
          await rooms.createRoom({
            ...wish,
            emptyTimeout: roomTimeoutSeconds,
            departureTimeout: roomTimeoutSeconds,
          }),
        ),
      ),
    deleteRoom: (name) => nothing(ask('deleteRoom', () => done(rooms.deleteRoom(name)), true)),
    listRooms: () => ask('listRooms', async () => (await rooms.listRooms()).map(plain)),
    listParticipants: (room) =>
      ask(
        'listParticipants',
        async () => (await rooms.listParticipants(room)).map((one) => one.identity),
        [],
      ),
    removeParticipant: (room, identity) =>
      nothing(ask('removeParticipant', () => done(rooms.removeParticipant(room, identity)), true)),
    signToken(room, { identity, displayName, role, verified }, ttl) {
      const token = new AccessToken(apiKey, apiSecret, {
        identity,
        name: displayName,
        ttl,
        attributes: { 'visio.role': role, 'visio.verified': verified },
      });
      token.addGrant({
        room,
        roomJoin: true,
        canPublish: true,
        canPublishSources: [
          TrackSource.MICROPHONE,
          TrackSource.CAMERA,
          TrackSource.SCREEN_SHARE,
          TrackSource.SCREEN_SHARE_AUDIO,
        ],
        canSubscribe: true,
        canPublishData: true,
        // True would let a client rename itself and overwrite its role.
        canUpdateOwnMetadata: false,
      });
      return token.toJwt();
    },
  };
}

const plain = (room: { name: string; sid: string; numParticipants: number }): MediaRoom => ({
  name: room.name,
  sid: room.sid,
  participants: room.numParticipants,
});

const done = async (request: Promise<void>): Promise<true> => {
  await request;
  return true;
};

const nothing = async (answer: MediaAnswer<true>): MediaAnswer<void> => {
  const answered = await answer;
  return answered.ok ? ok() : answered;
};

/** What may stand in a log: fetch hides the reason of a failed connection one level down. */
function describe(error: unknown): string {
  if (error instanceof ServerError) return `${error.status} ${error.code ?? ''} ${error.message}`;
  if (error instanceof Error && error.cause instanceof Error) return error.cause.message || error.message;
  return error instanceof Error ? error.message : String(error);
}
