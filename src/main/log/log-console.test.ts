import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { logConsole } from './log-console.ts';

function listened() {
  const [contents, warn] = [new EventEmitter(), vi.fn()];
  let now = 0;
  logConsole(contents, { warn }, () => now);
  return { contents, warn, later: (ms: number) => (now += ms) };
}

test('what LiveKit warns of in the page is a line of the log, as either Electron tells it', () => {
  const { contents, warn } = listened();
  contents.emit('console-message', {}, 2, 'livekit warn: ping timeout triggered');
  contents.emit('console-message', { message: 'livekit error: websocket error' });
  expect(warn.mock.calls).toEqual([
    ['page: livekit warn: ping timeout triggered'],
    ['page: livekit error: websocket error'],
  ]);
});

test('what else the page prints may quote others, and is none', () => {
  const { contents, warn } = listened();
  contents.emit('console-message', {}, 3, 'Uncaught Error: Marie said: livekit ');
  contents.emit('console-message', { message: 42 }, 3, undefined);
  expect(warn).not.toHaveBeenCalled();
});

test('a page cannot fill the log', () => {
  const { contents, warn, later } = listened();
  for (let time = 0; time < 1000; time += 1) contents.emit('console-message', {}, 2, `livekit warn: ${time}`);
  expect(warn).toHaveBeenCalledTimes(30);
  later(60_001);
  contents.emit('console-message', {}, 2, `livekit warn: ${'x'.repeat(5000)}`);
  expect(String(warn.mock.lastCall).length).toBeLessThan(520);
});

test('a long warning is not cut in the middle of a token', () => {
  const { contents, warn } = listened();
  contents.emit('console-message', {}, 2, `livekit ${'mot '.repeat(121)}kJ3xV-9bQm_7TzWc2LpRf8HsYd0aNA`);
  expect(String(warn.mock.lastCall)).toMatch(/^page: livekit mot .* mot …$/);
});
