import { rateLimiter } from '../rate-limiter.ts';
import type { Log } from './log.ts';
import { oneLine } from '../report/one-line.ts';

type Heard = { readonly message?: unknown };
type Console = {
  on(event: 'console-message', listener: (event: Heard, level?: unknown, message?: unknown) => void): unknown;
};

/** LiveKit writes about a dozen for a meeting in trouble; a malicious page must not push other lines out of the log. */
const most = { number: 30, withinMs: 60_000 };

/**
 * Copies LiveKit's warnings from the page's console (`quiet-log.ts` prints them there) to the log: only they tell why media
 * failed. Nothing else of the console is copied: it may quote what others typed.
 */
export function logConsole(contents: Console, log: Pick<Log, 'warn'>, now: () => number): void {
  const mayNote = rateLimiter({ ...most, now });
  // Electron 33 passes the text as an argument, Electron 35 and later in the event.
  contents.on('console-message', (event, _level, message) => {
    const text = typeof event.message === 'string' ? event.message : message;
    if (typeof text !== 'string' || !text.startsWith('livekit ')) return;
    if (mayNote()) log.warn(`page: ${oneLine(text, 500)}`);
  });
}
