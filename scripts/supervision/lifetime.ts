import { createInterface } from 'node:readline';
import { isAlive } from './kill.ts';

type Lifetime = {
  /** Also end when standard input closes, and hand on its lines. Not from a terminal: reading would stop a background job. */
  readonly onInput?: (line: string) => void;
};

/** Resolves with the reason, in words, once it is time to end: a signal, closed input, or the death of the parent. */
export function untilTold({ onInput }: Lifetime = {}): Promise<string> {
  // Who reads us may be gone; that is no reason to crash on the way out.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return new Promise((resolve) => {
    let firstSignal = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        // npm passes on the Ctrl-C that the terminal already sent to all: only a later one is impatience.
        if (firstSignal !== 0 && Date.now() - firstSignal > 1000) process.exit(130);
        firstSignal ||= Date.now();
        resolve(signal);
      });
    }
    if (onInput && !process.stdin.isTTY) {
      createInterface({ input: process.stdin })
        .on('line', onInput)
        .once('close', () => resolve('standard input was closed'));
      process.stdin.once('error', () => resolve('standard input was closed'));
    }
    const parent = process.ppid;
    const watch = setInterval(() => {
      // POSIX gives an orphan another parent; Windows keeps the number of the dead one.
      const isOrphan = process.platform === 'win32' ? !isAlive(parent) : process.ppid !== parent;
      if (!isOrphan) return;
      clearInterval(watch);
      // Nobody waits for an orderly end any more; what is not done soon ends with this process.
      setTimeout(() => process.exit(1), 500);
      resolve('the process that started it has ended');
    }, 250);
    watch.unref();
  });
}
