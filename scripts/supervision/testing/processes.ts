import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

// What tests ask about processes, from /proc: Linux only, like the tests that use it.

type Status = { readonly state: string; readonly parent: number };

function statusOf(pid: number): Status | null {
  try {
    // The name, in parentheses, may hold anything; the rest is separated by spaces.
    const [state = '', parent = ''] =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { state, parent: Number(parent) };
  } catch {
    return null;
  }
}

/** A zombie has ended; it only waits for its parent to notice. */
export function isRunning(pid: number): boolean {
  const status = statusOf(pid);
  return status !== null && status.state !== 'Z';
}

/** A process and all that descend from it. */
export function treeOf(pid: number): number[] {
  const all = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const childrenOf = (parent: number): number[] => all.filter((one) => statusOf(one)?.parent === parent);
  return [pid, ...childrenOf(pid).flatMap(treeOf)];
}

export const commandLineOf = (pid: number): string =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');

/** The promise that is kept: within two seconds nothing is left. */
export async function expectAllGone(pids: readonly number[]): Promise<void> {
  await expect.poll(() => pids.filter(isRunning), { timeout: 2000, interval: 25 }).toEqual([]);
}
