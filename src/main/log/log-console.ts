import { rateLimiter } from '../rate-limiter.ts';
import type { Log } from './log.ts';
import { oneLine } from '../report/one-line.ts';

type Heard = { readonly message?: unknown };
type Console = {
  on(event: 'console-message', listener: (event: Heard, level?: unknown, message?: unknown) => void): unknown;
};

/** Of a meeting in trouble LiveKit says a dozen; a page that means harm does not push out what the log has of others. */
const most = { number: 30, withinMs: 60_000 };

/**
 * What LiveKit warns of in the page (`quiet-log.ts` has it printed) becomes lines of the log: why media failed is known
 * there and nowhere else. Nothing else of the page's console does: it may quote what others typed.
 */
export function logConsole(contents: Console, log: Pick<Log, 'warn'>, now: () => number): void {
  const mayNote = rateLimiter({ ...most, now });
  // Electron 33 tells the text by an argument, Electron 35 and later by the event.
  contents.on('console-message', (event, _level, message) => {
    const text = typeof event.message === 'string' ? event.message : message;
    if (typeof text !== 'string' || !text.startsWith('livekit ')) return;
    if (mayNote()) log.warn(`page: ${oneLine(text, 500)}`);
  });
}
