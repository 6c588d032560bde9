import { expect, test } from 'vitest';
import { estimate, median, percentile } from './statistics.ts';

test('the median is the middle value, of an even number the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(() => median([])).toThrow('nothing');
});

test('a percentile is the nearest rank', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(percentile(values, 0.99)).toBe(99);
  expect(percentile(values, 1)).toBe(100);
});

test('the interval holds the median, is narrow where values agree, wide where they do not, and comes again', () => {
  const steady = Array.from({ length: 20 }, (_, i) => 1.2 + (i % 2) * 0.01);
  const wild = Array.from({ length: 20 }, (_, i) => 1 + (i % 5) * 0.5);
  expect(estimate(steady).high - estimate(steady).low).toBeLessThan(0.011);
  expect(estimate(wild).high - estimate(wild).low).toBeGreaterThan(0.3);
  expect(estimate(wild).low).toBeLessThanOrEqual(median(wild));
  expect(estimate(wild)).toEqual(estimate(wild));
});
