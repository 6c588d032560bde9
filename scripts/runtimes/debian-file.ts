import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Unprepared, type Log } from '../log.ts';
import { withGuard, type Guard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { assemble, cacheRoot, exists, openCache } from './cache.ts';

type Wish = {
  /** Debian's package, e.g. `prometheus`. */
  readonly debianPackage: string;
  /** The file in it, from its root, e.g. `usr/bin/promtool`. */
  readonly file: string;
  /** What it is kept under. */
  readonly name: string;
  /** The sentence for whoever cannot have it. */
  readonly otherwise: string;
  readonly log: Log;
  readonly env: NodeJS.ProcessEnv;
};

/**
 * A file out of one of Debian's packages, which is fetched once and not installed: that would bring what else it needs, and
 * change the machine.
 * @throws {Unprepared} with `otherwise`.
 */
export async function debianFile({ debianPackage, name, ...wish }: Wish): Promise<string> {
  const directory = path.join(await openCache(cacheRoot(wish.env)), name, process.arch);
  const file = path.join(directory, wish.file);
  if (await exists(file)) return file;

  wish.log(`${name} is not here yet: apt-get fetches Debian's package once, and it is kept in ${directory}.`);
  const fill = async (draft: string, guard: Guard): Promise<void> => {
    if (!(await unpack(debianPackage, draft, guard))) throw new Unprepared(wish.otherwise);
  };
  await withGuard((guard) => assemble(directory, guard, (draft) => fill(draft, guard)));
  return file;
}

async function unpack(debianPackage: string, directory: string, guard: Guard): Promise<boolean> {
  const ask = (command: string, ...args: readonly string[]) =>
    run(guard, command, args, { cwd: directory, timeoutMs: 120_000 });
  // As root it would become another user, who may not write here.
  const fetchIt = () => ask('apt-get', '-q', '-o', 'APT::Sandbox::User=root', 'download', debianPackage);
  if ((await fetchIt()).code !== 0) {
    // Lists that are old name a package that is gone.
    await ask('apt-get', '-q', 'update');
    await fetchIt();
  }
  const fetched = (await readdir(directory)).find((file) => file.endsWith('.deb'));
  return fetched !== undefined && (await ask('dpkg-deb', '-x', fetched, directory)).code === 0;
}
