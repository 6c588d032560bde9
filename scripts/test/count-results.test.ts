import { expect, test } from 'vitest';
import { countResults, summarise, type StepEnd } from './count-results.ts';

const step = (change: Partial<StepEnd>): StepEnd => ({
  name: 'unit',
  seconds: 1,
  trouble: null,
  tests: null,
  ...change,
});
const passed = { name: 'a › b', outcome: 'passed' } as const;
const skipped = { name: 'a › c', outcome: 'skipped' } as const;

test('a step without tests counts as one, a step with tests as its tests', () => {
  const totals = countResults(
    [step({}), step({ trouble: 'ended with 1' }), step({ tests: [passed, passed] })],
    new Set(),
  );
  expect(summarise(totals)).toBe('3 passed, 1 failed, 0 skipped');
  expect(totals.failures).toEqual(['unit: ended with 1']);
});

test('a skip that nobody listed is a failure', () => {
  const steps = [step({ tests: [passed, skipped] })];
  expect(summarise(countResults(steps, new Set(['a › c'])))).toBe('1 passed, 0 failed, 1 skipped');
  expect(summarise(countResults(steps, new Set()))).toBe('1 passed, 1 failed, 0 skipped');
});

test('a tool that found no test at all, or failed outside its tests, is a failure', () => {
  expect(countResults([step({ tests: [] })], new Set()).failures).toEqual(['unit: not one test was found']);
  expect(countResults([step({ tests: [passed], trouble: 'ended with 1' })], new Set()).failures).toEqual([
    'unit: ended with 1',
  ]);
});

test('a tool that failed because of its tests is not counted once more', () => {
  const failed = { name: 'a › d', outcome: 'failed' } as const;
  expect(countResults([step({ tests: [failed], trouble: 'ended with 1' })], new Set()).failures).toEqual([
    'a › d',
  ]);
});
