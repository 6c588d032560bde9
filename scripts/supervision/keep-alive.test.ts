import { expect, test, vi } from 'vitest';
import { createBudget, keepAlive } from './keep-alive.ts';

const silent = (): void => undefined;

test('a program that died is started again', async () => {
  const start = vi.fn(() => Promise.resolve());
  const died = keepAlive({
    name: 'it',
    start,
    isWanted: () => true,
    giveUp: silent,
    log: silent,
    pauseMs: 0,
  });
  await died('SIGKILL');
  expect(start).toHaveBeenCalledOnce();
});

test('a program that does not start any more is given up after five attempts', async () => {
  const start = vi.fn(() => Promise.reject(new Error('no')));
  const giveUp = vi.fn();
  await keepAlive({ name: 'it', start, isWanted: () => true, giveUp, log: silent, pauseMs: 0 })('SIGKILL');
  expect(start).toHaveBeenCalledTimes(5);
  expect(giveUp).toHaveBeenCalledOnce();
});

test('what nobody wants any more is not started again', async () => {
  const start = vi.fn(() => Promise.resolve());
  await keepAlive({ name: 'it', start, isWanted: () => false, giveUp: silent, log: silent, pauseMs: 0 })(
    'SIGTERM',
  );
  expect(start).not.toHaveBeenCalled();
});

test('deaths long ago are forgiven', () => {
  let now = 0;
  const mayTry = createBudget(2, 60_000, () => now);
  expect([mayTry(), mayTry(), mayTry()]).toEqual([true, true, false]);
  now = 60_000;
  expect(mayTry()).toBe(true);
});
