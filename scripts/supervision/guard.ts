import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { killGroup } from './kill.ts';

/**
 * Ends what we started when we die, however we die.
 * A second process listens on a pipe from us; when the pipe closes it kills what is still listed.
 */
export type Guard = {
  /** Starts a program as the leader of a group of its own that does not outlive us. */
  readonly spawn: (command: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
  /** A directory that must not outlive us. */
  readonly removeAtEnd: (path: string) => void;
  /** The directory has found its place, or is gone already. */
  readonly keep: (path: string) => void;
  /** Ends all that is still listed, and the guard. */
  readonly close: () => Promise<void>;
  /** The guarding process, for those who test it. */
  readonly pid: () => number;
};

const guardProcess = fileURLToPath(new URL('guard-process.ts', import.meta.url));

/** @throws if no second process can be started. */
export function openGuard(): Guard {
  const listed = new Map<string, string>(); // order to undo → order to repeat to a new guard
  let closing = false;
  let deaths = 0;
  let guard = startGuard();

  function startGuard(): ChildProcess {
    // Detached: neither Ctrl-C nor a kill of our whole group may reach the guard with us.
    const child = spawn(process.execPath, [guardProcess], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      windowsHide: true,
    });
    child.unref(); // whoever forgets to close must still be able to exit
    child.stdin?.on('error', () => undefined); // a dead guard is noticed by its exit
    child.once('exit', () => {
      if (closing) return;
      deaths += 1;
      if (deaths > 5) {
        for (const undo of listed.keys()) if (undo.startsWith('forget ')) killGroup(Number(undo.slice(7)));
        throw new Error('The guard process ends again and again; without it nothing may keep running.');
      }
      guard = startGuard();
      for (const order of listed.values()) tell(order);
    });
    return child;
  }
  const tell = (order: string): void => void guard.stdin?.write(`${order}\n`);
  const list = (order: string, undo: string): void => {
    listed.set(undo, order);
    tell(order);
  };
  const unlist = (undo: string): void => {
    if (listed.delete(undo)) tell(undo);
  };

  return {
    spawn(command, args, options) {
      const child = spawn(command, args, {
        ...options,
        detached: process.platform !== 'win32',
        windowsHide: true,
      });
      const { pid } = child;
      if (pid === undefined) return child; // could not be started: 'error' follows
      list(`watch ${pid}`, `forget ${pid}`);
      child.once('exit', () => {
        killGroup(pid); // what it may have left behind in its group
        unlist(`forget ${pid}`);
      });
      return child;
    },
    removeAtEnd: (path) => list(`remove ${path}`, `keep ${path}`),
    keep: (path) => unlist(`keep ${path}`),
    async close() {
      if (closing) return;
      closing = true;
      guard.ref();
      const ended = guard.exitCode === null && guard.signalCode === null ? once(guard, 'exit') : undefined;
      guard.stdin?.end();
      await ended;
    },
    pid: () => guard.pid ?? 0,
  };
}

/** Does a piece of work under a guard of its own. */
export async function withGuard<T>(work: (guard: Guard) => Promise<T>): Promise<T> {
  const guard = openGuard();
  try {
    return await work(guard);
  } finally {
    await guard.close();
  }
}
