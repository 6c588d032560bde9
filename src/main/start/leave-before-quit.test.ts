import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { leaveBeforeQuit } from './leave-before-quit.ts';

function quitting(leave: () => Promise<unknown> | null) {
  const app = Object.assign(new EventEmitter(), { quit: vi.fn() });
  leaveBeforeQuit(app as never, leave);
  const event = { preventDefault: vi.fn() };
  app.emit('will-quit', event);
  return { app, event };
}

test('without a seat the app quits at once', () => {
  const { event } = quitting(() => null);
  expect(event.preventDefault).not.toHaveBeenCalled();
});

test('a seat is given back before the app goes', async () => {
  const { app, event } = quitting(async () => undefined);
  expect(event.preventDefault).toHaveBeenCalledOnce();
  await expect.poll(() => app.quit).toHaveBeenCalledOnce();
});

test('a service that never answers holds the app up for a second at most', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate'] });
  const { app } = quitting(() => new Promise(() => undefined));
  const soon = vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce(), { timeout: 1_500 });
  await soon;
  vi.useRealTimers();
});
