import { PassThrough } from 'node:stream';
import { startRedis } from '../../../scripts/stack/redis.ts';
import { createLog } from '../operation/log.ts';
import { createMemoryStore } from '../meetings/store/memory-store.ts';
import { emptySnapshot } from '../meetings/store/snapshot.ts';
import type { MeetingStore } from '../meetings/store/meeting-store.ts';
import { connectRedis } from '../redis/connection.ts';
import { createRedisStore } from '../redis/redis-store.ts';

/** A kind of store to be tested: each `open` is another instance's view of the same data. */
export type StoreKind = {
  readonly name: string;
  /** Starts what it stands on. */
  start(): Promise<void>;
  /** Empty, under a clock of the test's own. */
  open(clock: () => number): Promise<{ readonly stores: readonly [MeetingStore, MeetingStore] }>;
  stop(): Promise<void>;
};

const memory: StoreKind = {
  name: 'memory',
  start: async () => undefined,
  async open(clock) {
    const store = createMemoryStore({ start: emptySnapshot, clock });
    return { stores: [store, store] };
  },
  stop: async () => undefined,
};

function redis(): StoreKind {
  let server: Awaited<ReturnType<typeof startRedis>>;
  const opened: MeetingStore[] = [];
  let made = 0;
  return {
    name: 'Redis',
    async start() {
      server = await startRedis();
    },
    async open(clock) {
      made += 1;
      const log = createLog(new PassThrough().resume());
      const connect = async (): Promise<MeetingStore> => {
        const connection = await connectRedis(server.url, log);
        const store = createRedisStore({ redis: connection, instanceName: `test-${made}`, clock });
        opened.push(store);
        return store;
      };
      return { stores: [await connect(), await connect()] };
    },
    async stop() {
      for (const store of opened) await store.close();
      await server.stop();
    },
  };
}

export const storeKinds = (): readonly StoreKind[] => [memory, redis()];
