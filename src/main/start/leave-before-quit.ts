import { setTimeout as wait } from 'node:timers/promises';
import type { App } from 'electron';

const longestMs = 1_000;

/**
 * Closing the app gives the seat back at once; if the service does not answer, the app ends all the same.
 * `leave` returns null when there is no seat.
 */
export function leaveBeforeQuit(app: Pick<App, 'on' | 'quit'>, leave: () => Promise<unknown> | null): void {
  let asked = false;
  app.on('will-quit', (event) => {
    if (asked) return;
    asked = true;
    const leaving = leave();
    if (!leaving) return;
    event.preventDefault();
    // In a later turn of the event loop: `quit` does nothing while Electron still undoes the prevented attempt (Electron 33).
    void Promise.race([leaving, wait(longestMs)]).finally(() => setImmediate(() => app.quit()));
  });
}
