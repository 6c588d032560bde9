import { beforeEach, expect, test } from 'vitest';
import { createPauses, type Pauses } from './pauses.ts';

let now: { own: number; wall: number };
let pauses: Pauses;
beforeEach(() => {
  now = { own: 0, wall: 1000 };
  pauses = createPauses(
    () => now.own,
    () => now.wall,
  );
});

/** Time passes; `stalled`: for the process it does not. */
function pass(ms: number, stalled = false): void {
  now.wall += ms;
  if (!stalled) now.own += ms;
}

test('before the first sound there is no pause', () => {
  pass(5000);
  expect(pauses.longest()).toBe(0);
  expect(pauses.lastHeard()).toBe(0);
});

test('that no sound arrives is a pause, while it lasts and afterwards', () => {
  pauses.heard();
  pass(400);
  expect(pauses.longest()).toBe(400);
  pauses.heard();
  pass(20);
  expect(pauses.longest()).toBe(400);
  expect(pauses.lastHeard()).toBe(1400);
  pauses.forget();
  expect(pauses.longest()).toBe(20);
});

test('that the process stood still is none; what follows it is', () => {
  pauses.heard();
  pass(550, true);
  expect(pauses.longest()).toBe(0);
  pass(310);
  pauses.heard();
  expect(pauses.longest()).toBe(310);
});
