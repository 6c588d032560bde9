import { expect, test } from 'vitest';
import { planRun, ways } from './plan.ts';

test('the same seed plans the same run', () => {
  expect(planRun(4711, true)).toEqual(planRun(4711, true));
});

test('consecutive seeds go through all ways, and differ in what else happens', () => {
  const plans = ways.map((_, i) => planRun(100 + i, false));
  expect(new Set(plans.map(({ way }) => way)).size).toBe(ways.length);
  expect(new Set(plans.map(({ meanwhile }) => meanwhile)).size).toBeGreaterThan(3);
  expect(new Set(plans.map(({ on }) => on.microphone)).size).toBe(2);
});

test('a camera is on only where there is one, and what cannot be pulled out is not', () => {
  const many = Array.from({ length: 300 }, (_, i) => i);
  expect(many.some((seed) => planRun(seed, false).on.camera)).toBe(false);
  expect(many.some((seed) => planRun(seed, true).on.camera)).toBe(true);
  expect(many.some((seed) => planRun(seed, true).meanwhile === 'unplugged')).toBe(false);
});
