import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startOwnClock, type OwnClock } from './own-clock.ts';

let wall = 0;
let clock: OwnClock;
beforeEach(() => {
  vi.useFakeTimers();
  wall = 0;
  clock = startOwnClock(() => wall);
});
afterEach(() => {
  clock.stop();
  vi.useRealTimers();
});

/** The timer runs, `late` ms after it should have. */
function step(late = 0): void {
  wall += 10 + late;
  vi.advanceTimersByTime(10);
}

test('it follows the time while the process runs, also a little late', () => {
  for (let n = 0; n < 50; n += 1) step(n % 2 === 0 ? 0 : 20);
  expect(clock.now()).toBe(1000);
  expect(clock.takeLongestStall()).toBe(0);
});

test('it stands still while the process does, for whoever asks before the timer too', () => {
  step();
  wall += 550;
  expect(clock.now()).toBe(10 + 50);
  step();
  expect(clock.now()).toBe(10 + 50);
  expect(clock.takeLongestStall()).toBe(510);
  expect(clock.takeLongestStall()).toBe(0);
});
