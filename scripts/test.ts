import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { root } from './app/build.ts';
import { logToStderr as log, reportAndExit } from './log.ts';
import { withGuard } from './supervision/guard.ts';
import { untilTold } from './supervision/lifetime.ts';
import { countResults, summarise, type StepEnd } from './test/count-results.ts';
import { prepareTests } from './test/prepare.ts';
import { runSteps } from './test/run-steps.ts';
import { atLength, everyTime } from './test/steps.ts';

// Everything that has to hold, in order; with --full also what takes long.

const allowedSkips = z.array(z.strictObject({ test: z.string(), because: z.string().min(1) }));

function show({ name, seconds, trouble, tests }: StepEnd): void {
  const count =
    tests && `${tests.filter(({ outcome }) => outcome === 'passed').length}/${tests.length} tests`;
  const notes = [count, trouble?.split('\n')[0]].filter(Boolean).join(', ');
  console.log(
    `${trouble === null ? '✓' : '✗'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${notes}`,
  );
}

async function test(): Promise<number> {
  const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } });
  const listed = allowedSkips.parse(
    JSON.parse(await readFile(path.join(root, 'e2e', 'allowed-skips.json'), 'utf8')),
  );
  const ends = await withGuard(async (guard) => {
    const directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-test-'));
    guard.removeAtEnd(directory);
    const prepare = () => prepareTests(guard, log);
    const steps = values.full ? [...everyTime, ...atLength] : everyTime;
    try {
      return await runSteps(steps, { guard, log, directory, prepare, now: Date.now });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
  console.log('');
  for (const end of ends) show(end);
  const totals = countResults(ends, new Set(listed.map((skip) => skip.test)));
  for (const failure of totals.failures) console.log(`FAILED ${failure}`);
  console.log(summarise(totals));
  return totals.failed === 0 ? 0 : 1;
}

try {
  const outcome = await Promise.race([test(), untilTold()]);
  // Told to end half-way: what runs ends with this process.
  process.exit(typeof outcome === 'number' ? outcome : 130);
} catch (error) {
  reportAndExit(error);
}
