import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Unprepared, type Log } from '../log.ts';
import { withGuard, type Guard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { assemble, cacheRoot, exists, openCache } from './cache.ts';
import { inPath } from './in-path.ts';

type Options = { readonly log: Log; readonly env?: NodeJS.ProcessEnv };

/**
 * Prometheus's own judge of alerts: the one in the PATH, or out of Debian's package of Prometheus, which is fetched once
 * and not installed, because it would bring a server and thirty packages more.
 * @throws {Unprepared} with a sentence that says what to do.
 */
export async function resolvePromtool({ log, env = process.env }: Options): Promise<string> {
  const found = await inPath('promtool', env);
  if (found !== null) return found;
  const directory = path.join(await openCache(cacheRoot(env)), 'promtool', process.arch);
  const file = path.join(directory, 'usr/bin/promtool');
  if (await exists(file)) return file;

  log(`promtool is not here yet: apt-get fetches Debian's package once, and it is kept in ${directory}.`);
  await withGuard((guard) => assemble(directory, guard, (draft) => unpack(draft, guard)));
  return file;
}

async function unpack(directory: string, guard: Guard): Promise<void> {
  const ask = (command: string, ...args: readonly string[]) =>
    run(guard, command, args, { cwd: directory, timeoutMs: 120_000 });
  // As root it would become another user, who may not write here.
  const fetchIt = () => ask('apt-get', '-q', '-o', 'APT::Sandbox::User=root', 'download', 'prometheus');
  if ((await fetchIt()).code !== 0) {
    // Lists that are old name a package that is gone.
    await ask('apt-get', '-q', 'update');
    await fetchIt();
  }
  const fetched = (await readdir(directory)).find((name) => name.endsWith('.deb'));
  const unpacked = fetched === undefined ? null : await ask('dpkg-deb', '-x', fetched, directory);
  if (unpacked?.code !== 0)
    throw new Unprepared('Checking the alerts needs promtool, which comes with Prometheus: install it.');
}
