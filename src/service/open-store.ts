import { err, ok, type Result } from '../shared/result.ts';
import type { Config } from './config/config.ts';
import type { Log } from './operation/log.ts';
import { noBus, type Bus } from './meetings/events/event-bus.ts';
import { createMemoryStore } from './meetings/store/memory-store.ts';
import { createSnapshotWriter, readSnapshot } from './meetings/store/snapshot-file.ts';
import { emptySnapshot, type Snapshot } from './meetings/store/snapshot.ts';
import type { MeetingStore } from './meetings/store/meeting-store.ts';
import { connectRedis } from './redis/connection.ts';
import { createRedisBus } from './redis/redis-bus.ts';
import { createRedisStore } from './redis/redis-store.ts';
import { openRedisTime } from './redis/redis-time.ts';
import { createSynchronisedClock } from './redis/synchronised-clock.ts';
import { createSteadyClock, createSteadyTime } from './system/steady-clock.ts';

type Opened = { readonly store: MeetingStore; readonly bus: Bus };

/** The store that the configuration asks for; the error is a line for the operator. Waits for a Redis that is not there yet. */
export async function openStore(
  { redisUrl, storeFile, instanceName }: Pick<Config, 'redisUrl' | 'storeFile' | 'instanceName'>,
  log: Log,
): Promise<Result<Opened, string>> {
  if (redisUrl !== null) return ok(await openRedis(redisUrl, instanceName, log));
  const store = await openEmbedded(storeFile);
  return store.ok ? ok({ store: store.value, bus: noBus }) : store;
}

const synchroniseEveryMs = 5000;

async function openRedis(url: string, instanceName: string, log: Log): Promise<Opened> {
  const redis = await connectRedis(url, log);
  const clock = createSynchronisedClock({
    ...openRedisTime(redis, instanceName),
    monotonic: createSteadyClock(),
    wallClock: Date.now,
  });
  await clock.synchronise();
  // Between two readings the clock is right to milliseconds an hour; a reading that fails is repeated the next time.
  setInterval(() => void clock.synchronise().catch(() => undefined), synchroniseEveryMs).unref();
  return {
    store: createRedisStore({
      redis,
      instanceName,
      clock: clock.now,
      drift: clock.drift,
      shift: clock.shift,
    }),
    bus: createRedisBus(redis, instanceName),
  };
}

/** The embedded store, with what the last process left in the file. `clock` is a test's own. */
export async function openEmbedded(
  file: string | null,
  clock?: () => number,
): Promise<Result<MeetingStore, string>> {
  if (file === null) return ok(openMemory(emptySnapshot, clock));
  const left = await readSnapshot(file);
  if (!left.ok) return err(`VISIO_STORE_FILE: ${left.error}; move it away to start without it`);
  try {
    // Found out at start, not in the middle of somebody's click.
    await createSnapshotWriter(file, () => left.value)();
  } catch (error) {
    return err(`VISIO_STORE_FILE: cannot be written: ${error instanceof Error ? error.message : 'unknown'}`);
  }
  return ok(openMemory(left.value, clock, (take) => createSnapshotWriter(file, take)));
}

function openMemory(
  start: Snapshot,
  clock = createSteadyTime(start.at),
  save?: (take: () => Snapshot) => () => Promise<void>,
): MeetingStore {
  return createMemoryStore({ start, clock, drift: () => Date.now() - clock(), save });
}
