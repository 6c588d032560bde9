import { expect, test } from 'vitest';
import { createSteadyClock, createSteadyTime } from './steady-clock.ts';

test('the sleep of a machine passes, and nothing else that is not counted while it is awake', () => {
  let [awake, always] = [5000, 90_000];
  const clock = createSteadyClock(
    () => awake,
    () => always,
  );
  const pass = (ms: number, slept = 0): void => {
    awake += ms;
    always += ms + slept;
  };
  expect(clock()).toBe(5000);
  pass(1000, 9); // hundredths of a second
  expect(clock()).toBe(6000);
  pass(1000, hour);
  expect(clock()).toBe(7000 + hour + 9);
  pass(1000);
  expect(clock()).toBe(8000 + hour + 9);
});
const hour = 3_600_000;

test('setting the machine’s clock moves no time, and a restart goes back to none that was gone by', () => {
  let [wall, steady] = [1_000_000, 50];
  const time = createSteadyTime(
    0,
    () => wall,
    () => steady,
  );
  expect(time()).toBe(1_000_000);
  wall -= hour;
  steady += 1000;
  expect(time()).toBe(1_001_000);
  const restarted = createSteadyTime(
    1_001_000,
    () => wall,
    () => steady,
  );
  expect(restarted()).toBe(1_001_000);
  wall += 3 * hour;
  expect(
    createSteadyTime(
      1_001_000,
      () => wall,
      () => steady,
    )(),
  ).toBe(1_000_000 + 2 * hour);
});

test('the real ones agree with the machine’s', () => {
  const before = Date.now();
  const between = createSteadyTime(0)();
  expect(between).toBeGreaterThanOrEqual(before);
  expect(between).toBeLessThanOrEqual(Date.now() + 1);
});
