import { ok, type Result } from '../../shared/result.ts';
import type { NetworkCheckGrant } from '../../shared/network-check.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { MediaServer } from '../livekit/media-server.ts';
import { runConcurrently } from '../system/run-concurrently.ts';
import type { RandomBytes } from '../system/random-bytes.ts';
import type { MeetingStore } from '../meetings/store/meeting-store.ts';
import { newNetworkCheckRoomName, writeEnd } from './network-check-room.ts';

/** Rooms in which people find out how media get through to them: no meeting, in no store, and gone within a minute. */
export type NetworkChecks = {
  /** `service-busy` where this instance has as many rooms as it may, with the time until one ends. */
  grant(): Promise<Result<NetworkCheckGrant, Refusal>>;
  /** Ends rooms whose time is up. What LiveKit does not do now, reconcile-rooms.ts does later. */
  endDue(): Promise<void>;
  /** Ends all that this instance granted: it is going away. */
  endAll(): Promise<void>;
};

type Deps = {
  readonly store: Pick<MeetingStore, 'now'>;
  readonly media: Pick<MediaServer, 'createRoom' | 'deleteRoom' | 'signToken'>;
  readonly instanceName: string;
  readonly livekitUrl: string;
  readonly randomBytes: RandomBytes;
};
/** `atOnce`: rooms, in this instance. */
type Bounds = { readonly lifetimeMs: number; readonly atOnce: number };

// One person with a tone each: as much traffic as seven addresses may ask for, and little for a media node.
const usual: Bounds = { lifetimeMs: 60_000, atOnce: 200 };
const requestsAtOnce = 8;

export function createNetworkChecks(
  { store, media, instanceName, livekitUrl, randomBytes }: Deps,
  { lifetimeMs, atOnce }: Bounds = usual,
): NetworkChecks {
  /** When each room of this instance ends, the oldest first. */
  const rooms = new Map<string, number>();
  const lifetimeSeconds = Math.ceil(lifetimeMs / 1000);

  /** Forgotten whatever LiveKit answers: the reconciliation of rooms goes on asking. */
  const end = (names: readonly string[]): Promise<void> =>
    runConcurrently(names, requestsAtOnce, async (name) => {
      rooms.delete(name);
      await media.deleteRoom(name);
    });

  return {
    async grant() {
      const now = store.now();
      const [oldest = now] = rooms.values();
      if (rooms.size >= atOnce)
        return refuse('service-busy', { retryAfter: Math.max(1, Math.ceil((oldest - now) / 1000)) });
      const name = newNetworkCheckRoomName(instanceName, randomBytes);
      const endsAt = now + lifetimeMs;
      rooms.set(name, endsAt);
      const made = await media.createRoom(
        { name, maxParticipants: 1, metadata: writeEnd(endsAt), emptySeconds: lifetimeSeconds },
        'quickly',
      );
      if (!made.ok) {
        // LiveKit may have created it without answering in time; the next run deletes it.
        rooms.set(name, now);
        return refuse('media-unreachable', { retryAfter: 5 });
      }
      // It hears nobody and is heard by nobody: one person is all that the room takes.
      const rights = { mayHear: false, sources: ['microphone'], attributes: {} } as const;
      const person = { identity: randomBytes(12).toString('base64url'), displayName: '' };
      return ok({
        livekitUrl,
        livekitToken: await media.signToken(name, person, rights, lifetimeSeconds),
        endsAt: new Date(endsAt).toISOString(),
      });
    },
    endDue() {
      const now = store.now();
      return end([...rooms].filter(([, endsAt]) => now >= endsAt).map(([name]) => name));
    },
    endAll: () => end([...rooms.keys()]),
  };
}
