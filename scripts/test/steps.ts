import path from 'node:path';
import { root, tool } from '../app/build.ts';

export type Step = {
  readonly name: string;
  /** Arguments for Node; `report` is where the tool is to write its JSON report. */
  readonly args: (report: string) => readonly string[];
  readonly reads: 'vitest' | 'playwright' | null;
  /** Steps without which this one makes no sense. */
  readonly needs: readonly ('prepare' | 'build')[];
};

const plain = (name: string, ...args: readonly [string, ...string[]]): Step => ({
  name,
  args: () => [tool(args[0]), ...args.slice(1)],
  reads: null,
  needs: [],
});
const vitest = (name: string, needs: Step['needs'] = []): Step => ({
  name,
  args: (report) => [
    tool('vitest/vitest.mjs'),
    'run',
    `--project=${name}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  reads: 'vitest',
  needs,
});
const playwright = (name: string, ...selection: readonly string[]): Step => ({
  name,
  args: () => [...playwrightArgs, '--reporter=list,json', ...selection],
  reads: 'playwright',
  needs: ['prepare', 'build'],
});
const demo = (name: string, ...args: readonly string[]): Step => ({
  name,
  // npm names its own program to the scripts that it runs.
  args: () => [process.env['npm_execpath'] ?? 'npm', 'run', '--silent', 'demo', ...args],
  reads: null,
  needs: ['prepare', 'build'],
});

export const playwrightArgs = [tool('@playwright/test/cli.js'), 'test', '--config=e2e/playwright.config.ts'];

/** What `npm test` runs, in order. */
export const everyTime: readonly Step[] = [
  plain('format', 'prettier/bin/prettier.cjs', '--check', '.'),
  plain('lint', 'oxlint/bin/oxlint'),
  plain('types', 'typescript/bin/tsc', '-b'),
  plain('dead code', 'knip/bin/knip.js'),
  vitest('unit'),
  vitest('dom'),
  vitest('livekit', ['prepare']),
  plain('build', 'electron-vite/bin/electron-vite.js', 'build'),
  playwright('e2e', '--grep-invert=@long'),
];

/** What `npm run test:full` runs in addition. */
export const atLength: readonly Step[] = [
  { name: 'workflows', args: () => [path.join(root, 'scripts/check-workflows.ts')], reads: null, needs: [] },
  vitest('cluster', ['prepare']),
  vitest('fuzz'),
  playwright('e2e, long', '--grep=@long'),
  demo('demo'),
  demo('demo, packaged', '--', '--packaged'),
];
