import { expect, test } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './reports.ts';

test('vitest: a test is named by its file and title, a file that does not load is a failure', () => {
  const report = {
    testResults: [
      {
        name: '/app/src/a.test.ts',
        status: 'passed',
        assertionResults: [
          { fullName: 'adds', status: 'passed' },
          { fullName: 'waits', status: 'todo' },
        ],
      },
      { name: '/app/src/b.test.ts', status: 'failed', assertionResults: [] },
    ],
  };
  expect(readVitestReport(report, '/app')).toEqual([
    { name: 'src/a.test.ts › adds', outcome: 'passed' },
    { name: 'src/a.test.ts › waits', outcome: 'skipped' },
    { name: 'src/b.test.ts', outcome: 'failed' },
  ]);
});

test('Playwright: flaky is failed, groups are part of the name, an error outside any test is a failure', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
  const report = {
    suites: [
      {
        title: 'a.spec.ts',
        file: 'a.spec.ts',
        specs: [spec('joins', 'expected'), spec('hears', 'flaky')],
        suites: [{ title: 'offline', file: 'a.spec.ts', specs: [spec('waits', 'skipped')] }],
      },
    ],
    errors: [{ message: 'No window\nat x' }],
  };
  expect(readPlaywrightReport(report)).toEqual([
    { name: 'e2e/a.spec.ts › joins', outcome: 'passed' },
    { name: 'e2e/a.spec.ts › hears', outcome: 'failed' },
    { name: 'e2e/a.spec.ts › offline › waits', outcome: 'skipped' },
    { name: 'e2e: No window', outcome: 'failed' },
  ]);
});
