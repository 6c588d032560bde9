import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, test, vi } from 'vitest';
import { relaunchAtQuit } from './relaunch.ts';

function closing() {
  const relaunch = vi.fn();
  const app = Object.assign(new EventEmitter(), { relaunch }) as unknown as App & EventEmitter;
  return {
    next: relaunchAtQuit(app, ['app', '--lang=fr', '--', 'first']),
    quit: () => app.emit('quit'),
    relaunch,
  };
}

test('an app that nobody wants again ends', () => {
  const { quit, relaunch } = closing();
  quit();
  expect(relaunch).not.toHaveBeenCalled();
});

test('however often it is wanted, it starts once, on the last link and without the one of this start', () => {
  const { next, quit, relaunch } = closing();
  for (const link of [null, 'second', 'third', null]) next.want(link);
  expect(relaunch).not.toHaveBeenCalled();
  quit();
  expect(relaunch.mock.calls).toEqual([[{ args: ['--lang=fr', '--', 'third'] }]]);
});
