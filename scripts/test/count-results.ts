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
type Verdict = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One line for everything that counts as failed. */
  readonly failures: readonly string[];
};

/** Counts what the steps did. A skip that is not in the list of allowed ones counts as failed. */
export function judge(steps: readonly StepEnd[], allowedSkips: ReadonlySet<string>): Verdict {
  const verdict = { passed: 0, failed: 0, skipped: 0, failures: [] as string[] };
  const fail = (line: string): void => {
    verdict.failed += 1;
    verdict.failures.push(line);
  };
  for (const { name, trouble, tests } of steps) {
    if (tests === null) {
      if (trouble === null) verdict.passed += 1;
      else fail(`${name}: ${trouble}`);
      continue;
    }
    const failedBefore = verdict.failed;
    for (const test of tests) {
      if (test.outcome === 'passed') verdict.passed += 1;
      else if (test.outcome === 'failed') fail(test.name);
      else if (allowedSkips.has(test.name)) verdict.skipped += 1;
      else fail(`${test.name} (skipped, and not in e2e/allowed-skips.json)`);
    }
    if (tests.length === 0) fail(`${name}: ${trouble ?? 'not one test was found'}`);
    // For example an error outside any test.
    else if (trouble !== null && verdict.failed === failedBefore) fail(`${name}: ${trouble}`);
  }
  return verdict;
}

/** The last line of `npm test`, which other programs read. */
export const summarise = ({ passed, failed, skipped }: Verdict): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
