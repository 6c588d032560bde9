import type { SpawnOptions } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Guard } from './guard.ts';

type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string };
type RunOptions = Pick<SpawnOptions, 'cwd' | 'env' | 'argv0'> & {
  /** Every line of stderr as it comes. */
  readonly onLine?: (line: string) => void;
  readonly timeoutMs?: number;
};

/** Runs a program to its end under the guard. A program that cannot be started, or takes too long, has the code `null`. */
export function run(
  guard: Guard,
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Run> {
  const { onLine, timeoutMs, ...rest } = options;
  return new Promise((resolve) => {
    let [stdout, stderr] = ['', ''];
    const child = guard.spawn(command, args, {
      ...rest,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs, killSignal: 'SIGKILL' }),
    });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    if (onLine && child.stderr) createInterface({ input: child.stderr }).on('line', onLine);
    child.once('error', (error) => resolve({ code: null, stdout, stderr: error.message }));
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
