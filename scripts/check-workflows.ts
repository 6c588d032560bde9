import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './app/build.ts';
import { logToStderr as log, reportAndExit, Unprepared } from './log.ts';
import { resolveActionlint } from './runtimes/actionlint.ts';
import { withGuard } from './supervision/guard.ts';
import { run } from './supervision/run.ts';

// The workflows of .github, read as GitHub reads them: nothing else finds a misspelt key before the day of a release.

try {
  const actionlint = await resolveActionlint({ log });
  const folder = path.join(root, '.github', 'workflows');
  const files = (await readdir(folder)).map((name) => path.join(folder, name));
  // Without the checkers of other languages that may be installed: the answer is the same on every machine.
  const args = ['-no-color', '-shellcheck=', '-pyflakes=', ...files];
  const { code, stdout, stderr } = await withGuard((guard) => run(guard, actionlint, args, { cwd: root }));
  if (code !== 0) throw new Unprepared(`${stdout}${stderr}`.trim() || `actionlint ended with ${code}.`);
  console.log(`${files.length} workflows are as GitHub reads them.`);
} catch (error) {
  reportAndExit(error);
}
