import { lstat, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { Unprepared } from '../log.ts';
import type { Guard } from '../supervision/guard.ts';
import { orMissing } from '../or-missing.ts';

/** Where what was fetched once is kept: `$VISIO_CACHE_DIR`, `$XDG_CACHE_HOME` or `~/.cache`, and in it `visio-agents`. */
export function cacheRoot(env: NodeJS.ProcessEnv): string {
  const base = env['VISIO_CACHE_DIR'] || env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache');
  return path.join(path.resolve(base), 'visio-agents');
}

export const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/**
 * Makes a directory of the cache private to us.
 * @throws {Unprepared} if somebody else could have put a program of theirs into it.
 */
export async function openCache(root: string): Promise<string> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  const uid = process.getuid?.();
  const { uid: owner, mode } = await stat(root);
  // Windows has no such modes; its profile directories are private.
  if (uid !== undefined && (owner !== uid || (mode & 0o022) !== 0))
    throw new Unprepared(
      `${root} belongs to another user or can be written by others, so programs in it cannot be trusted: choose another with VISIO_CACHE_DIR.`,
    );
  return root;
}

const partial = '.partial-';

/**
 * Fills a directory that is there whole or not at all: built beside its place, then renamed into it.
 * Two processes that build it at once do not disturb each other; the first to finish wins.
 */
export async function assemble(
  target: string,
  guard: Guard,
  build: (directory: string) => Promise<void>,
): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await sweep(path.dirname(target));
  const draft = await mkdtemp(target + partial);
  guard.removeAtEnd(draft);
  try {
    await build(draft);
    await rename(draft, target);
    guard.keep(draft);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const code = (error as NodeJS.ErrnoException).code;
    // The name is taken by the same thing, made by a process that was faster.
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && !(code === 'EPERM' && (await exists(target))))
      throw error;
  }
}

/** Removes drafts that a power cut left, a day later. */
async function sweep(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const file = path.join(directory, name);
    if (!name.includes(partial)) continue;
    const draft = await orMissing(lstat(file));
    if (draft && Date.now() - draft.mtimeMs > 86_400_000) await rm(file, { recursive: true, force: true });
  }
}
