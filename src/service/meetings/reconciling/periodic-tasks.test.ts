import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from '../../operation/log.ts';
import { createPeriodicTasks } from './periodic-tasks.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const log = createLog(new PassThrough());

test('a pass that hangs holds up no other, and is never run twice at once', async () => {
  const hang = vi.fn(() => new Promise<void>(() => undefined));
  const run = vi.fn(async () => undefined);
  createPeriodicTasks(
    [
      { name: 'presence', everyMs: 3000, run: hang },
      { name: 'deadlines', everyMs: 1000, run },
    ],
    log,
  ).start();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(hang).toHaveBeenCalledTimes(1);
  expect(run).toHaveBeenCalledTimes(11);
});

test('a pass that fails is tried again', async () => {
  const run = vi.fn(() => Promise.reject(new Error('the store is away')));
  createPeriodicTasks([{ name: 'deadlines', everyMs: 1000, run }], log).start();
  await vi.advanceTimersByTimeAsync(2000);
  expect(run).toHaveBeenCalledTimes(3);
});

test('stopping waits for the pass that is running and lets no other begin', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const run = vi.fn(() => promise);
  const periodicTasks = createPeriodicTasks([{ name: 'deadlines', everyMs: 1000, run }], log);
  periodicTasks.start();
  const stopped = periodicTasks.stop();
  resolve();
  await stopped;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(run).toHaveBeenCalledTimes(1);
});
