import { join } from 'node:path';
import { readdir } from 'node:fs/promises';
import { isSoundServer, listProcesses, nameOf, treeOf, type Process } from './processes.ts';
import { linkOf } from './read-quietly.ts';

type Deps = { readonly root: string; readonly ourPid: number; readonly signal: AbortSignal };

/**
 * The programs other than ours that have one of these files open. Null: none was found, and some could not be looked at
 * (other users' programs), or time was up.
 */
export async function whoHasOpen(
  files: readonly string[],
  { root, ourPid, signal }: Deps,
): Promise<readonly string[] | null> {
  const processes = await listProcesses(root);
  const ours = treeOf(ourPid, processes);
  const names = new Set<string>();
  let isWhole = true;
  for (const one of processes.filter(({ pid }) => !ours.has(pid))) {
    if (signal.aborted) return names.size > 0 ? [...names] : null;
    const has = await hasOpen(root, one, files);
    // PipeWire keeps cameras open that nobody uses, and passes on those that somebody does, whom it does not name here.
    if (has === null || (has && isSoundServer(one))) isWhole = false;
    else if (has) names.add(await nameOf(root, one));
  }
  return names.size > 0 || isWhole ? [...names] : null;
}

async function hasOpen(root: string, { pid }: Process, files: readonly string[]): Promise<boolean | null> {
  const folder = join(root, 'proc', String(pid), 'fd');
  try {
    const links = await Promise.all((await readdir(folder)).map((fd) => linkOf(join(folder, fd))));
    return links.some((link) => link !== null && files.includes(link));
  } catch (error) {
    // One that has ended meanwhile holds nothing.
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ESRCH' ? false : null;
  }
}
