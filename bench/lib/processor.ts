import { readFile } from 'node:fs/promises';

/** `getconf CLK_TCK`, which is 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** Seconds of a processor that a process has used so far, in user and in kernel mode. */
export async function processorSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold anything; user and system time are the 12th and 13th word after it.
  const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(words[11]) + Number(words[12])) / ticksPerSecond;
}
