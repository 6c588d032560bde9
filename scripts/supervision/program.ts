import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import type { Guard } from './guard.ts';
import { killGroup } from './kill.ts';

type Plan = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The name that the program is to see as its own, where that decides what it is. */
  readonly argv0?: string;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Asked every 50 ms until it says yes. */
  readonly isReady: () => Promise<boolean>;
  readonly readyWithinMs: number;
};
type Care = {
  readonly guard: Guard;
  readonly log: Log;
  /** Every line that the program prints. */
  readonly onLine?: Log;
  /** What to do when it ends although nobody asked it to; starting it again is the caller's decision. */
  readonly onDeath?: (how: string) => void;
};

/** One long-running program: started, killed and started again with the same arguments and environment. */
export type Program = {
  /** Resolves when it is ready. @throws if it ends before, or is not ready in time. */
  readonly start: () => Promise<void>;
  /** Asks it to end and kills it after `graceMs`. Resolves when it is gone; gone already is fine. */
  readonly stop: (graceMs: number) => Promise<void>;
  /** Of the latest start; 0 before the first. */
  readonly pid: () => number;
};

export function createProgram(plan: Plan, { guard, onLine, onDeath }: Care): Program {
  let child: ChildProcess | undefined;
  let pid = 0;
  const isRunning = (process: ChildProcess | undefined): process is ChildProcess =>
    process?.pid !== undefined && process.exitCode === null && process.signalCode === null;

  async function start(): Promise<void> {
    if (isRunning(child)) return;
    const lastLines: string[] = [];
    const started = guard.spawn(plan.command, plan.args, {
      env: plan.env,
      cwd: plan.cwd,
      argv0: plan.argv0,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    pid = started.pid ?? 0;
    for (const stream of [started.stdout, started.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        onLine?.(line);
        lastLines.push(line);
        if (lastLines.length > 20) lastLines.shift();
      });
    }
    let failure: string | undefined;
    let ready = false;
    started.once('error', (error) => (failure = error.message));
    started.once('exit', (code, signal) => {
      failure = signal ?? `exit code ${code}`;
      if (ready && child === started) onDeath?.(failure);
    });
    const deadline = Date.now() + plan.readyWithinMs;
    while (!ready) {
      if (await plan.isReady()) ready = failure === undefined;
      else await sleep(50);
      if (failure !== undefined)
        throw new Error(`${plan.name} did not start (${failure}).\n${lastLines.join('\n')}`);
      if (!ready && Date.now() > deadline) {
        await stop(0);
        throw new Error(
          `${plan.name} was not ready within ${plan.readyWithinMs / 1000} s.\n${lastLines.join('\n')}`,
        );
      }
    }
  }

  async function stop(graceMs: number): Promise<void> {
    const ending = child;
    child = undefined; // its end is not a death
    if (!isRunning(ending) || ending.pid === undefined) return;
    const ended = once(ending, 'exit');
    if (graceMs > 0) {
      ending.kill('SIGTERM');
      await Promise.race([ended, sleep(graceMs, undefined, { ref: false })]);
    }
    killGroup(ending.pid);
    await ended;
  }

  return { start, stop, pid: () => pid };
}
