import { expect, test } from 'vitest';
import { compared, verdict } from './row.ts';

const row = (ratios: readonly number[], budget: number | null) =>
  compared({
    title: 'a row',
    unit: 'ms',
    budget,
    app: ratios.map((ratio) => ratio * 100),
    what: 'the bare thing',
    against: ratios.map(() => 100),
  });

test('a row is over its budget only where the whole interval is', () => {
  expect(verdict(row([1.2, 1.21, 1.22, 1.2, 1.21], 1.3))).toBe('within');
  expect(verdict(row([1.4, 1.41, 1.42, 1.4, 1.41], 1.3))).toBe('over');
  expect(verdict(row([1.1, 1.2, 1.35, 1.4, 1.5], 1.3))).toBe('undecided');
  expect(verdict(row([9, 9, 9], null))).toBe('no budget');
});

test('the ratio is that of the pairs, not of the medians', () => {
  const paired = compared({
    title: 'a row',
    unit: 'ms',
    budget: 2,
    app: [10, 200, 3000],
    what: 'the bare thing',
    against: [10, 100, 1000],
  });
  expect(paired.against?.ratio.median).toBe(2);
});
