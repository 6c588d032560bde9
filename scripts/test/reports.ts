import path from 'node:path';
import { z } from 'zod';

/** One test, named as people and `e2e/allowed-skips.json` name it: `file › title`. */
export type TestResult = { readonly name: string; readonly outcome: 'passed' | 'failed' | 'skipped' };

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Reads what vitest's JSON reporter wrote. A file that could not even be loaded is a failed test. */
export function readVitestReport(report: unknown, root: string): TestResult[] {
  return vitestReport.parse(report).testResults.flatMap(({ name, status, assertionResults }) => {
    const file = path.relative(root, name).replaceAll('\\', '/');
    const tests = assertionResults.map((test): TestResult => ({
      name: `${file} › ${test.fullName}`,
      outcome: test.status === 'passed' ? 'passed' : test.status === 'failed' ? 'failed' : 'skipped',
    }));
    const isBroken = status === 'failed' && !tests.some(({ outcome }) => outcome === 'failed');
    return isBroken ? tests.concat({ name: file, outcome: 'failed' }) : tests;
  });
}

type Suite = {
  title: string;
  file: string;
  specs: { title: string; tests: { status: string }[] }[];
  suites?: Suite[] | undefined;
};
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    file: z.string(),
    specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })),
    suites: z.array(suite).optional(),
  }),
);
const playwrightReport = z.object({
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/** Reads what Playwright's JSON reporter wrote. « Flaky » is failed: whoever depends on it does not get a second try. */
export function readPlaywrightReport(report: unknown): TestResult[] {
  const { suites, errors } = playwrightReport.parse(report);
  const walk = (
    { title, file, specs, suites: inner = [] }: Suite,
    above: readonly string[],
  ): TestResult[] => {
    const titles = title === file ? above : [...above, title];
    const own = specs.flatMap((spec) =>
      spec.tests.map(({ status }): TestResult => ({
        name: [`e2e/${file}`, ...titles, spec.title].join(' › '),
        outcome: status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed',
      })),
    );
    return [...own, ...inner.flatMap((deeper) => walk(deeper, titles))];
  };
  return [
    ...suites.flatMap((file) => walk(file, [])),
    ...errors.map(({ message = 'unknown' }): TestResult => ({
      name: `e2e: ${message.split('\n')[0]}`,
      outcome: 'failed',
    })),
  ];
}
