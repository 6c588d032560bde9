import { setTimeout as wait } from 'node:timers/promises';
import type { App } from 'electron';

const longestMs = 1_000;

/** Closing the app gives the seat back at once; a service that does not answer keeps nobody waiting. */
export function leaveBeforeQuit(app: App, leave: () => Promise<unknown>): void {
  let left = false;
  app.on('will-quit', (event) => {
    if (left) return;
    event.preventDefault();
    left = true;
    // Not quit(): once will-quit was prevented, Electron 33 ignores it and the process stays.
    void Promise.race([leave(), wait(longestMs)]).finally(() => app.exit());
  });
}
