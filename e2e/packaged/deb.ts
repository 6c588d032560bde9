import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { Unprepared, type Log } from '../../scripts/log.ts';
import type { Guard } from '../../scripts/supervision/guard.ts';
import { run } from '../../scripts/supervision/run.ts';

const name = 'visio-agents';

/** A package that was installed into this system, and can be taken away again. */
export type InstalledDeb = {
  readonly version: string;
  /** Every file and folder that it brought and nobody else has. */
  readonly files: readonly string[];
  /** Where its program is. */
  readonly executable: string;
  /** Removes it with its settings. */
  remove(): void;
};

/** Whether this system installs packages with dpkg, and lets us. */
export const canInstallDeb = async (guard: Guard): Promise<boolean> =>
  process.getuid?.() === 0 && (await run(guard, 'dpkg', ['--version'])).code === 0;

/** @throws {Unprepared} if somebody else's is installed: it is not ours to replace. */
export async function refuseForeignDeb(guard: Guard): Promise<void> {
  const { stdout } = await run(guard, 'dpkg-query', ['--show', '--showformat=${Status}', name]);
  if (stdout.endsWith('not-installed') || stdout === '') return;
  throw new Unprepared(
    `The package ${name} is installed on this machine already. Remove it first: sudo dpkg --purge ${name}`,
  );
}

/**
 * Installs a deb with dpkg; what it depends on and is missing comes from apt. It goes when this process ends, unless that
 * is killed.
 */
export async function installDeb(guard: Guard, file: string, log: Log): Promise<InstalledDeb> {
  // Playwright ends the process on Ctrl-C by itself: nothing that has to be awaited would be done.
  process.once('exit', purge);
  if ((await change('dpkg', '--install', file)) !== 0) {
    log(`What ${path.basename(file)} depends on is installed with apt-get…`);
    const mended = await change('apt-get', '-q', '-y', '-o', 'DPkg::Lock::Timeout=300', '-f', 'install');
    if (mended !== 0) throw new Unprepared(`${path.basename(file)} could not be installed.`);
  }
  const ask = async (...args: string[]): Promise<string[]> =>
    (await run(guard, 'dpkg-query', args)).stdout.trim().split('\n');
  const [version = ''] = await ask('--show', '--showformat=${Version}', name);
  const files = await ask('--listfiles', name);
  const executable = files.find((each) => /^\/opt\/[^/]+\/visio-agents$/.test(each));
  if (executable === undefined) throw new Error('the package brought no program');
  const folder = path.dirname(executable);
  return {
    version,
    executable,
    // The folders above are shared with the rest of the system.
    files: files.filter((each) => each.startsWith(folder) || path.basename(each).startsWith(name)),
    remove() {
      process.off('exit', purge);
      purge();
    },
  };
}

function purge(): void {
  const { status } = spawnSync('dpkg', ['--purge', name], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`dpkg could not remove ${name}`);
}

/** Those of the files that are still there. */
export async function stillThere(files: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    files.map((each) =>
      access(each).then(
        () => each,
        () => null,
      ),
    ),
  );
  return found.filter((each) => each !== null);
}

/** Not under the guard: a package manager that is killed half-way leaves a broken system. */
async function change(command: string, ...args: readonly string[]): Promise<number | null> {
  const child = spawn(command, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 2, 2],
    // Ctrl-C reaches the whole group of the terminal, and this must end in its own time.
    detached: true,
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
