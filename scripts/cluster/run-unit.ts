import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Guard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import type { ClusterFiles } from './prepare-files.ts';
import { readUnit, unitEnvironment } from './unit.ts';

/** Runs the program of a unit that ends by itself, once, as its timer would; answers its exit code, and what it said. */
export async function runUnit(
  guard: Guard,
  { directory }: ClusterFiles,
  unit: string,
  instance: string,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const text = await readFile(path.join(directory, 'systemd', unit), 'utf8');
  const { command, args, cwd, environmentFiles } = readUnit(text, instance, '');
  const given = await Promise.all(environmentFiles.map((file) => readFile(file, 'utf8')));
  const env = unitEnvironment(given);
  const { code, stdout, stderr } = await run(guard, command, args, {
    env,
    timeoutMs: 30_000,
    ...(cwd === null ? {} : { cwd }),
  });
  return { code, said: stdout + stderr };
}
