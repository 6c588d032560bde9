import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Unprepared } from '../log.ts';
import type { Guard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';

/** The checkout. */
export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** The file that a tool of node_modules starts with, to be run by this Node on every system. */
export const tool = (file: string): string => path.join(root, 'node_modules', file);

/**
 * Builds main, preload and renderer into `out/`, about two seconds; the build that may be driven into `out/driven/`.
 * @throws {Unprepared} with what the compiler said.
 */
export async function buildApp(guard: Guard, kind: 'release' | 'driven' = 'release'): Promise<void> {
  const aside = kind === 'driven' ? ['--mode', 'driven', '--outDir', 'out/driven'] : [];
  const vite = tool('electron-vite/bin/electron-vite.js');
  const built = await run(guard, process.execPath, [vite, 'build', ...aside], { cwd: root });
  if (built.code !== 0) throw new Unprepared(`The app does not build.\n${built.stdout}${built.stderr}`);
}
