import { expect, test } from 'vitest';
import { createFairQueue } from './fair-queue.ts';

const tick = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

test('never is more under way than may be, however many come while turns are handed over, and each has its turn', async () => {
  const inTurn = createFairQueue<string>({
    atOnce: { all: 100, each: 2 },
    waiting: { all: 100, each: 10 },
    siteOf: (key) => key,
    isTrouble: () => false,
  });
  const running: (() => void)[] = [];
  const ask = (): Promise<string | null> =>
    inTurn('192.0.2.0/24', () => new Promise((resolve) => running.push(() => resolve('done'))));
  const asked = Array.from({ length: 5 }, ask);
  for (let round = 0; round < 5; round += 1) {
    await tick();
    expect(running).toHaveLength(2);
    running.shift()?.();
    await tick();
    asked.push(ask());
  }
  while (running.length > 0) {
    running.shift()?.();
    await tick();
    expect(running.length).toBeLessThanOrEqual(2);
  }
  expect(await Promise.all(asked)).toEqual(Array.from({ length: 10 }, () => 'done'));
});
