import { rateLimiter } from '../rate-limiter.ts';
import type { Log } from '../log/log.ts';

type Source = {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown;
};
type Deps = {
  readonly log: Pick<Log, 'error'>;
  /** Tells the person without blocking main. */
  readonly tell: () => Promise<void>;
  /** Ms since any moment. */
  readonly now: () => number;
};

/** An error that repeats must not push its cause out of the log. */
const most = { number: 10, withinMs: 60_000 };

/**
 * Logs uncaught errors, and tells the person once. By default Electron shows an English dialog for each, which blocks main, so
 * that Chromium takes the app for hung and a second start kills it.
 */
export function watchUncaught(source: Source, { log, tell, now }: Deps): void {
  const mayLog = rateLimiter({ ...most, now });
  let isTold = false;
  const note = (what: string, error: unknown): void => {
    if (mayLog()) log.error(what, withPlace(error));
    if (isTold) return;
    isTold = true;
    // If the dialog itself fails, there must be no dialog about that.
    tell().catch(() => undefined);
  };
  source.on('uncaughtException', (error) => note('an error that nobody caught', error));
  source.on('unhandledRejection', (reason) => note('a refusal that nobody caught', reason));
}

/** Adds the place in our own files where it happened: without it the line is of no use. */
function withPlace(thrown: unknown): Error {
  if (!(thrown instanceof Error)) return new Error(String(thrown));
  // Only from the start of a word: a message may be one word of a megabyte, and would be tried from each of its letters.
  const [, file, line] = /(?<![\w.-])([\w.-]+\.[cm]?js):(\d+):\d+\)?$/m.exec(thrown.stack ?? '') ?? [];
  const placed = new Error(file === undefined ? thrown.message : `${thrown.message} (${file}:${line})`);
  placed.name = thrown.name;
  return placed;
}
