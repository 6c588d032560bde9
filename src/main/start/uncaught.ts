import { rateLimiter } from '../rate-limiter.ts';
import type { Log } from '../log/log.ts';

type Source = {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown;
};
type Deps = {
  readonly log: Pick<Log, 'error'>;
  /** Tells the person, without stopping anything. */
  readonly tell: () => Promise<void>;
  /** Ms since any moment. */
  readonly now: () => number;
};

/** What fails again and again must not push out of the log why. */
const most = { number: 10, withinMs: 60_000 };

/**
 * Errors that nobody caught: logged, and told once. Left alone, Electron shows a dialog in English for each, in which main
 * stands still, so that Chromium takes the app for hung and a second start kills it.
 */
export function watchUncaught(source: Source, { log, tell, now }: Deps): void {
  const mayLog = rateLimiter({ ...most, now });
  let isTold = false;
  const note = (what: string, error: unknown): void => {
    if (mayLog()) log.error(what, withPlace(error));
    if (isTold) return;
    isTold = true;
    // A dialog that cannot be shown must not be told by a dialog.
    tell().catch(() => undefined);
  };
  source.on('uncaughtException', (error) => note('an error that nobody caught', error));
  source.on('unhandledRejection', (reason) => note('a refusal that nobody caught', reason));
}

/** With the place in our own files where it happened: without it such a line helps nobody. */
function withPlace(thrown: unknown): Error {
  if (!(thrown instanceof Error)) return new Error(String(thrown));
  // Only from the start of a word: whatever is said may be one of a megabyte, and be tried from each letter of it.
  const [, file, line] = /(?<![\w.-])([\w.-]+\.[cm]?js):(\d+):\d+\)?$/m.exec(thrown.stack ?? '') ?? [];
  const placed = new Error(file === undefined ? thrown.message : `${thrown.message} (${file}:${line})`);
  placed.name = thrown.name;
  return placed;
}
