import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export type Process = { readonly pid: number; readonly parent: number; readonly isZombie: boolean };

/** All processes of this machine; none on Windows, where Node's job object keeps families together. */
export function listProcesses(): Process[] {
  if (process.platform === 'linux') return readProc();
  return process.platform === 'darwin' ? askPs() : [];
}

/** The processes that descend from one, in whatever group or session they are. */
export function descendantsOf(pid: number, all: readonly Process[] = listProcesses()): number[] {
  const family = [pid];
  // Grows while it is walked: a generation a round.
  for (const parent of family) {
    for (const process of all) if (process.parent === parent) family.push(process.pid);
  }
  return family.slice(1);
}

function readProc(): Process[] {
  const found: Process[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // After the name, which is in parentheses and may hold anything: state, parent, …
      const [state, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      found.push({ pid: Number(name), parent: Number(parent), isZombie: state === 'Z' });
    } catch {
      // It has ended since the directory was read.
    }
  }
  return found;
}

function askPs(): Process[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid=,state='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const [pid, parent, state] = line.trim().split(/\s+/);
    return pid && parent
      ? [{ pid: Number(pid), parent: Number(parent), isZombie: state?.startsWith('Z') ?? false }]
      : [];
  });
}
