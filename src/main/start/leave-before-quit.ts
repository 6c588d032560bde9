import { setTimeout as wait } from 'node:timers/promises';
import type { App } from 'electron';

const longestMs = 1_000;

/**
 * Closing the app gives the seat back at once; a service that does not answer keeps nobody waiting.
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
    // In a turn of its own: quitting again while the refused attempt is still being undone does nothing (Electron 33).
    void Promise.race([leaving, wait(longestMs)]).finally(() => setImmediate(() => app.quit()));
  });
}
