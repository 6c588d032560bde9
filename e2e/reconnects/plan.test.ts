import { expect, test } from 'vitest';
import { planRun, ways } from './plan.ts';

test('the same seed plans the same run', () => {
  expect(planRun(4711)).toEqual(planRun(4711));
  expect(planRun(1)).not.toEqual({ ...planRun(1 + ways.length * 2), seed: 1 });
});

test('consecutive seeds go through all ways, with a camera and without, and differ in what else happens', () => {
  const plans = Array.from({ length: 2 * ways.length }, (_, i) => planRun(100 + i));
  expect(new Set(plans.map(({ way, hasCamera }) => `${way} ${hasCamera}`)).size).toBe(2 * ways.length);
  expect(new Set(plans.map(({ meanwhile }) => meanwhile)).size).toBeGreaterThan(4);
  expect(new Set(plans.map(({ on }) => on.microphone)).size).toBe(2);
});

test('a camera is on only where there is one, and what cannot be pulled out is not', () => {
  const many = Array.from({ length: 300 }, (_, i) => planRun(i));
  const [without, having] = [many.filter((plan) => !plan.hasCamera), many.filter((plan) => plan.hasCamera)];
  expect(without.some(({ on }) => on.camera)).toBe(false);
  expect(having.some(({ on }) => on.camera)).toBe(true);
  expect(having.some(({ meanwhile }) => meanwhile === 'unplugged')).toBe(false);
  expect(without.some(({ meanwhile }) => meanwhile === 'unplugged')).toBe(true);
});
