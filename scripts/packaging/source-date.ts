import { stat } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../app/build.ts';
import type { Guard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';

/**
 * The date of what is packaged, so that the same sources make the same packages: `SOURCE_DATE_EPOCH` (seconds), that of
 * the last commit, or that of package.json where there is no git.
 */
export async function sourceDate(
  guard: Guard,
  env: NodeJS.ProcessEnv = process.env,
  directory = root,
): Promise<Date> {
  const given = env['SOURCE_DATE_EPOCH'];
  if (given && /^\d+$/.test(given)) return new Date(Number(given) * 1000);
  const { code, stdout } = await run(guard, 'git', ['log', '-1', '--format=%ct'], { cwd: directory });
  if (code === 0 && stdout.trim() !== '') return new Date(Number(stdout) * 1000);
  const { mtimeMs } = await stat(path.join(directory, 'package.json'));
  return new Date(Math.floor(mtimeMs / 1000) * 1000);
}
