import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepSharing } from './screen-share.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function shared() {
  const [tellPage, condemnPage, info] = [vi.fn(), vi.fn(), vi.fn()];
  const sign = { begin: vi.fn(), end: vi.fn() };
  const share = keepSharing({ sign, tellPage, condemnPage, log: { info } });
  share.setPresence(true);
  share.begin();
  return { share, sign, tellPage, condemnPage, info };
}

test('nothing is shared outside of a meeting, nor twice at once', () => {
  const { share } = shared();
  expect(share.mayBegin()).toBe(false);
  share.stopped();
  expect(share.mayBegin()).toBe(true);
  share.setPresence(false);
  expect(share.mayBegin()).toBe(false);
});

test('the page is told to stop, and the sign of it stays until it has', () => {
  const { share, sign, tellPage, condemnPage } = shared();
  share.stop();
  expect(tellPage).toHaveBeenCalledOnce();
  expect(sign.end).not.toHaveBeenCalled();
  share.stopped();
  expect(sign.end).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(condemnPage).not.toHaveBeenCalled();
});

test('a page that does not stop within three seconds is ended', () => {
  const { share, condemnPage } = shared();
  share.stop();
  vi.advanceTimersByTime(2999);
  expect(condemnPage).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(condemnPage).toHaveBeenCalledOnce();
});

test('whoever leaves the meeting shares no more, and is asked no more what to share', () => {
  const { share, tellPage } = shared();
  const gone = share.untilGone();
  share.setPresence(false);
  expect(gone.aborted).toBe(true);
  expect(tellPage).toHaveBeenCalledOnce();
  expect(share.untilGone().aborted).toBe(false);
});

test('a page that is gone shares nothing, and is asked nothing more', () => {
  const { share, sign, condemnPage } = shared();
  const gone = share.untilGone();
  share.stop();
  share.pageGone();
  expect(gone.aborted).toBe(true);
  expect(sign.end).toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(condemnPage).not.toHaveBeenCalled();
  expect(share.mayBegin()).toBe(true);
});

test('where nothing is shared, there is nothing to stop, and nothing for the log', () => {
  const { share, tellPage, info } = shared();
  share.stopped();
  share.stopped();
  share.stop();
  expect(info).toHaveBeenCalledTimes(2);
  expect(tellPage).not.toHaveBeenCalled();
});
