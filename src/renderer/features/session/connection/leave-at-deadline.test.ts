import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RoomAdmission } from '../../../../shared/calls/meeting.ts';
import { leaveAtDeadline } from './leave-at-deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function stay() {
  let admission: RoomAdmission | null = {} as RoomAdmission;
  const stop = new AbortController();
  const access = {
    admission: () => admission,
    msLeft: vi.fn(() => 5000),
    timeIsUp: vi.fn(() => (admission = null)),
  };
  leaveAtDeadline(access, stop.signal);
  return { access, stop };
}

test('whoever is connected leaves within a second after the end, once, though nobody says that the time is up', () => {
  const { access } = stay();
  vi.advanceTimersByTime(60_000);
  expect(access.timeIsUp).not.toHaveBeenCalled();
  access.msLeft.mockReturnValue(0);
  vi.advanceTimersByTime(1000);
  expect(access.timeIsUp).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(access.timeIsUp).toHaveBeenCalledTimes(1);
});

test('whoever has left is told nothing', () => {
  const { access, stop } = stay();
  stop.abort();
  access.msLeft.mockReturnValue(0);
  vi.advanceTimersByTime(60_000);
  expect(access.timeIsUp).not.toHaveBeenCalled();
});
