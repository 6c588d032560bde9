import { expect, test, vi } from 'vitest';
import { createEventQueue } from './event-queue.ts';

const refused = { code: 'link-invalid' } as const;

test('what happens before the page listens is told when it does, once', () => {
  const send = vi.fn();
  const page = createEventQueue(send, { info: vi.fn() });
  page.announce('link:refused', refused);
  expect(send).not.toHaveBeenCalled();
  page.pageReady();
  page.pageReady();
  expect(send.mock.calls).toEqual([['visio:event', 'link:refused', refused]]);
});

test('a page that crashed misses nothing', () => {
  const send = vi.fn();
  const page = createEventQueue(send, { info: vi.fn() });
  page.pageReady();
  page.pageGone();
  page.announce('link:refused', refused);
  expect(send).not.toHaveBeenCalled();
  page.pageReady();
  expect(send).toHaveBeenCalledOnce();
});

test('what time it was while no page listened is told to none', () => {
  const send = vi.fn();
  const page = createEventQueue(send, { info: vi.fn() });
  const time = { meeting: 'M', serverNow: '2026-01-01T08:00:00.000Z' };
  page.pageReady();
  page.announce('meeting:time', time);
  page.pageGone();
  page.announce('meeting:time', time);
  page.pageReady();
  expect(send).toHaveBeenCalledOnce();
});
