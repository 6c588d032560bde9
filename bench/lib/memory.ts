import { readdir, readFile } from 'node:fs/promises';

/**
 * Proportional set size of a process and all that it started, in MiB: what it shares with others counts in parts, so that
 * the sum over a tree is what the machine would get back.
 */
export async function proportionalSetSize(root: number): Promise<number> {
  const sizes = await Promise.all((await treeOf(root)).map(sizeOf));
  return sizes.reduce((sum, kib) => sum + kib, 0) / 1024;
}

async function treeOf(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The name in parentheses may hold anything; the parent is the second word after it.
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isInside = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isInside(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isInside);
}

/** KiB; 0 for a process that is gone. */
async function sizeOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
}
