import { chmod, cp, lstat, lutimes, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Package } from './options.ts';

/** Something that will be installed. */
export type Entry = {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  readonly size: number;
};

/**
 * Lays out under `root` what will be installed, for everybody to read and for root alone to change, whatever the umask of
 * whoever packages, and all of one date.
 */
export async function stage(
  { sources }: Pick<Package, 'sources'>,
  root: string,
  time: Date,
): Promise<readonly Entry[]> {
  for (const { from, to } of sources) {
    const target = path.join(root, to);
    await mkdir(path.dirname(target), { recursive: true });
    await cp(from, target, { recursive: true, verbatimSymlinks: true, errorOnExist: true, force: false });
  }
  return settle(root, '', time);
}

/** What is under `root`, each folder before what it holds, in an order that depends on the names alone. */
export async function settle(root: string, place: string, time: Date): Promise<Entry[]> {
  const folder = path.join(root, place);
  const entries: Entry[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const inside = `${place}/${name}`;
    const file = path.join(root, inside);
    const found = await lstat(file);
    if (found.isDirectory()) {
      entries.push({ path: inside, kind: 'folder', size: 0 }, ...(await settle(root, inside, time)));
    } else if (found.isSymbolicLink()) {
      entries.push({ path: inside, kind: 'link', size: 0 });
    } else if (found.isFile()) {
      await chmod(file, found.mode & 0o100 ? 0o755 : 0o644);
      entries.push({ path: inside, kind: 'file', size: found.size });
    } else throw new Error(`${inside} is neither a file nor a folder nor a link.`);
    await lutimes(file, time, time);
  }
  // Last: its date changes with what is put into it.
  await chmod(folder, 0o755);
  await lutimes(folder, time, time);
  return entries;
}
