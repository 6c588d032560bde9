import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { isSoundServer, listProcesses, nameOf, treeOf, type Process } from './processes.ts';

type Deps = { readonly root: string; readonly ourPid: number; readonly signal: AbortSignal };

/**
 * The programs other than ours that have one of these files open. Null: none was found, but some could not be inspected (of
 * other users), or the time was up.
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
    await breathe();
    const has = hasOpen(root, one, files);
    // PipeWire keeps cameras open that nobody uses, and passes on those that somebody does, whom it does not name here.
    if (has === null || (has && isSoundServer(one))) isWhole = false;
    else if (has) names.add(await nameOf(root, one));
  }
  return names.size > 0 || isWhole ? [...names] : null;
}

/**
 * Null where we may not look. A desktop has thousands of these links (9,600 took 130 ms). They are the kernel's own memory and
 * never wait for anything, so they need none of the threads that files and host names share; between programs others come in.
 */
function hasOpen(root: string, { pid }: Process, files: readonly string[]): boolean | null {
  const folder = join(root, 'proc', String(pid), 'fd');
  try {
    return readdirSync(folder).some((fd) => files.includes(linkAt(join(folder, fd)) ?? ''));
  } catch (error) {
    // A process that has ended meanwhile holds nothing.
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ESRCH' ? false : null;
  }
}

/** Null if it was closed meanwhile. */
function linkAt(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
