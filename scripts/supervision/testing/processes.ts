import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { descendantsOf, listProcesses } from '../process-table.ts';

// What tests ask about processes. Command lines are read from /proc: Linux only, like the tests that use it.

/** A zombie has ended; it only waits for its parent to notice. */
export const isRunning = (pid: number): boolean =>
  listProcesses().some((process) => process.pid === pid && !process.isZombie);

/** A process and all that descend from it. */
export const treeOf = (pid: number): number[] => [pid, ...descendantsOf(pid)];

export const commandLineOf = (pid: number): string =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');

/** The promise that is kept: within two seconds nothing is left. */
export async function expectAllGone(pids: readonly number[]): Promise<void> {
  await expect.poll(() => pids.filter(isRunning), { timeout: 2000, interval: 25 }).toEqual([]);
}
