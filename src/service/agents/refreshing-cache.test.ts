import { expect, test } from 'vitest';
import { createRefreshingCache } from './refreshing-cache.ts';

/** A value that loads when, and as, the test says. */
function start() {
  const clock = { now: 1_000_000 };
  const loads: PromiseWithResolvers<string>[] = [];
  const failures: unknown[] = [];
  const kept = createRefreshingCache<string>({
    clock: () => clock.now,
    freshMs: 600,
    keptMs: 86_400,
    pauseMs: 10,
    onFailure: (error) => failures.push(error),
    load() {
      const load = Promise.withResolvers<string>();
      loads.push(load);
      return load.promise;
    },
  });
  return { kept, clock, loads, failures };
}

test('whoever has nothing in hand waits for a try that is under way, also after a failure', async () => {
  const { kept, clock, loads, failures } = start();
  const first = kept.get();
  loads[0]?.reject(new Error('down'));
  expect(await first).toBeNull();
  expect(failures).toHaveLength(1);
  expect(await kept.get()).toBeNull();
  clock.now += 10;
  const both = [kept.get(), kept.get()];
  loads[1]?.resolve('keys');
  expect(await Promise.all(both)).toEqual(['keys', 'keys']);
  expect(loads).toHaveLength(2);
});

test('whoever has something in hand waits for one try, and after its failure for none', async () => {
  const { kept, clock, loads } = start();
  const first = kept.get();
  loads[0]?.resolve('keys');
  await first;
  clock.now += 600;
  const second = kept.get();
  loads[1]?.reject(new Error('down'));
  expect(await second).toBe('keys');
  clock.now += 10;
  void kept.get();
  expect(loads).toHaveLength(3);
  expect(await kept.get()).toBe('keys');
  loads[2]?.resolve('new keys');
  expect(await kept.renew()).toEqual({ value: 'new keys', sure: true });
});

test('a clock that was set back does not keep a value for longer', async () => {
  const { kept, clock, loads } = start();
  const first = kept.get();
  loads[0]?.resolve('keys');
  await first;
  clock.now -= 100_000;
  const second = kept.get();
  loads[1]?.reject(new Error('down'));
  expect(await second).toBeNull();
});
