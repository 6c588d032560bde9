import { setTimeout as sleep } from 'node:timers/promises';
import type { Guard } from '../supervision/guard.ts';
import { root } from './build.ts';
import type { Display } from './display.ts';

type Launch = {
  readonly electron: string;
  readonly serviceUrl: string;
  readonly display: Display | null;
  /** The user's own, for the app. */
  readonly args: readonly string[];
};
export type RunningApp = {
  /** How it ended: `0` for a window that was closed. */
  readonly ended: Promise<number | string>;
  /** Asks it to quit, so that it can leave its meeting, and waits at most this long (ms). */
  readonly quit: (graceMs: number) => Promise<void>;
};

/** Starts the app of this checkout. */
export function launchApp(guard: Guard, { electron, serviceUrl, display, args }: Launch): RunningApp {
  // Chromium's sandbox refuses to run as root; anybody else gets it.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = guard.spawn(electron, [...sandbox, root, ...args], {
    env: { ...process.env, ...display, VISIO_SERVER_URL: serviceUrl },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<number | string>((resolve) => {
    app.once('error', (error) => resolve(error.message));
    app.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  return {
    ended,
    async quit(graceMs) {
      app.kill('SIGTERM');
      await Promise.race([ended, sleep(graceMs)]);
    },
  };
}
