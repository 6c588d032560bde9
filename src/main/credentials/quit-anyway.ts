import type { App } from 'electron';
import type { Keychain } from './keychain.ts';

/**
 * Node, and then its library, wait for the threads of their pool before a process may end: one that waits for a locked
 * keychain would keep an app without a window, to which every later start hands itself over (Electron 33, with `app.exit`
 * and `process.exit` too). `end` ends the process whatever its threads do.
 */
export function quitAnyway(app: Pick<App, 'on'>, keychain: Pick<Keychain, 'busy'>, end: () => void): void {
  app.on('quit', () => {
    if (keychain.busy() !== null) end();
  });
}
