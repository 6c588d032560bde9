import { act, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderInRoom } from './testing/render-in-room.tsx';
import { useMinutesLeft } from './use-minutes-left.ts';

const drawn = vi.fn<() => void>();
function MinutesLeft() {
  drawn();
  return <p>{useMinutesLeft()} min</p>;
}

beforeEach(() => {
  drawn.mockReset();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

test('the minutes go by, rounded up, and nothing is drawn again in between', async () => {
  await renderInRoom(<MinutesLeft />);
  expect(screen.getByText('280 min')).toBeDefined();
  pass(60_000);
  expect(screen.getByText('279 min')).toBeDefined();
  const before = drawn.mock.calls.length;
  pass(30_000);
  expect(drawn.mock.calls.length).toBe(before);
});

test('the service’s clock counts, as it was last heard', async () => {
  const { meeting } = await renderInRoom(<MinutesLeft />);
  meeting.store.getState().hearTime('2026-02-11T16:29:30.000Z', 'm1');
  pass(1000);
  expect(screen.getByText('11 min')).toBeDefined();
  meeting.store.getState().hearTime('2026-02-11T16:39:30.000Z', 'm1');
  pass(1000);
  expect(screen.getByText('1 min')).toBeDefined();
});
