import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { watchUncaught } from './uncaught.ts';

function watched(tell: () => Promise<void> = async () => undefined) {
  const source = new EventEmitter();
  const [log, told] = [{ error: vi.fn() }, vi.fn(tell)];
  watchUncaught(source, { log, tell: told, now: () => 0 });
  return { source, log, told };
}

test('what nobody caught is logged with its place, and told once', () => {
  const { source, log, told } = watched();
  const error = new TypeError('Object has been destroyed');
  error.stack = 'TypeError: Object has been destroyed\n    at send (/opt/app/out/main/open-app.js:12:3)';
  source.emit('uncaughtException', error);
  source.emit('unhandledRejection', 'no error at all');
  expect(log.error.mock.calls.map(([what, cause]) => `${what}: ${String(cause)}`)).toEqual([
    'an error that nobody caught: TypeError: Object has been destroyed (open-app.js:12)',
    'a refusal that nobody caught: Error: no error at all',
  ]);
  expect(told).toHaveBeenCalledOnce();
});

test('what fails without end leaves room in the log, and a dialog that fails is not told by a dialog', async () => {
  const { source, log, told } = watched(async () => Promise.reject(new Error('no screen')));
  for (let time = 0; time < 1000; time += 1) source.emit('uncaughtException', new Error('again'));
  await Promise.resolve();
  expect(log.error).toHaveBeenCalledTimes(10);
  expect(told).toHaveBeenCalledOnce();
});

test('however long what was said is, main does not stand still over it', () => {
  const { source, log } = watched();
  // Read again from each letter, it takes longer than the test may.
  source.emit('uncaughtException', new Error('a'.repeat(200_000)));
  expect(log.error).toHaveBeenCalledOnce();
});
