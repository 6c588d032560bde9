import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../app/build.ts';
import type { Log } from '../log.ts';
import type { Guard } from '../supervision/guard.ts';
import type { StepEnd } from './count-results.ts';
import { readPlaywrightReport, readVitestReport, type TestResult } from './reports.ts';
import type { Step } from './steps.ts';
import { orMissing } from '../or-missing.ts';

type Runner = {
  readonly guard: Guard;
  readonly log: Log;
  /** A directory for the reports. */
  readonly directory: string;
  /** Gets all that tests need; its environment is what the steps run in. */
  readonly prepare: () => Promise<NodeJS.ProcessEnv>;
  readonly now: () => number;
};

/** Runs every step, also after failures, except those that need what failed. */
export async function runSteps(steps: readonly Step[], runner: Runner): Promise<StepEnd[]> {
  const { log, now } = runner;
  const ends: StepEnd[] = [];
  const broken = new Set<string>();
  let env = process.env;
  const record = async (
    name: string,
    work: () => Promise<Pick<StepEnd, 'trouble' | 'tests'>>,
  ): Promise<void> => {
    log(`\n── ${name}`);
    const started = now();
    const { trouble, tests } = await work();
    if (trouble !== null) broken.add(name);
    ends.push({ name, trouble, tests, seconds: (now() - started) / 1000 });
  };

  await record('prepare', async () => {
    try {
      env = await runner.prepare();
      return { trouble: null, tests: null };
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error);
      log(trouble);
      return { trouble, tests: null };
    }
  });
  for (const step of steps) {
    const missing = step.needs.find((need) => broken.has(need));
    await record(step.name, () =>
      missing === undefined
        ? runStep(step, env, runner)
        : Promise.resolve({ trouble: `not run, because « ${missing} » failed`, tests: null }),
    );
  }
  return ends;
}

async function runStep(
  { name, args, reads }: Step,
  env: NodeJS.ProcessEnv,
  { guard, directory }: Runner,
): Promise<Pick<StepEnd, 'trouble' | 'tests'>> {
  const report = path.join(directory, `${name.replaceAll(/\W+/g, '-')}.json`);
  const tool = guard.spawn(process.execPath, args(report), {
    cwd: root,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const how = await new Promise<number | string>((resolve) => {
    tool.once('error', (error) => resolve(error.message));
    tool.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const trouble = how === 0 ? null : `ended with ${how}`;
  return { trouble, tests: reads && (await readReport(report, reads)) };
}

/** No report at all: the tool ended before it had one, which is its trouble and no tests. */
async function readReport(file: string, reads: 'vitest' | 'playwright'): Promise<TestResult[]> {
  const text = await orMissing(readFile(file, 'utf8'));
  if (text === null) return [];
  const report: unknown = JSON.parse(text);
  return reads === 'vitest' ? readVitestReport(report, root) : readPlaywrightReport(report);
}
