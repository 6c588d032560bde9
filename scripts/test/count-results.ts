import type { TestResult } from './reports.ts';

/** How one step ended. A step whose tool writes no report counts as one test. */
export type StepEnd = {
  readonly name: string;
  readonly seconds: number;
  /** Why it failed as a whole, in words; null if the tool was content. */
  readonly trouble: string | null;
  /** Null: the tool writes no report. */
  readonly tests: readonly TestResult[] | null;
};
type Totals = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One line for everything that counts as failed. */
  readonly failures: readonly string[];
};

/** Counts what the steps did. A skip that is not in the list of allowed ones counts as failed. */
export function countResults(steps: readonly StepEnd[], allowedSkips: ReadonlySet<string>): Totals {
  const totals = { passed: 0, failed: 0, skipped: 0, failures: [] as string[] };
  const fail = (line: string): void => {
    totals.failed += 1;
    totals.failures.push(line);
  };
  for (const { name, trouble, tests } of steps) {
    if (tests === null) {
      if (trouble === null) totals.passed += 1;
      else fail(`${name}: ${trouble}`);
      continue;
    }
    const failedBefore = totals.failed;
    for (const test of tests) {
      if (test.outcome === 'passed') totals.passed += 1;
      else if (test.outcome === 'failed') fail(test.name);
      else if (allowedSkips.has(test.name)) totals.skipped += 1;
      else fail(`${test.name} (skipped, and not in e2e/allowed-skips.json)`);
    }
    if (tests.length === 0) fail(`${name}: ${trouble ?? 'not one test was found'}`);
    // For example an error outside any test.
    else if (trouble !== null && totals.failed === failedBefore) fail(`${name}: ${trouble}`);
  }
  return totals;
}

/** The last line of `npm test`, which other programs read. */
export const summarise = ({ passed, failed, skipped }: Totals): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
