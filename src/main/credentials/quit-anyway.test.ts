import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { quitAnyway } from './quit-anyway.ts';

const quitting = (busy: Promise<void> | null) => {
  const [app, end] = [new EventEmitter(), vi.fn()];
  quitAnyway(app as never, { busy: () => busy }, end);
  app.emit('quit');
  return end;
};

test('an app whose keychain waits for its user ends all the same', () => {
  expect(quitting(new Promise(() => undefined))).toHaveBeenCalledOnce();
});

test('an app whose keychain is idle ends as every other', () => {
  expect(quitting(null)).not.toHaveBeenCalled();
});
