import type { App } from 'electron';
import type { Keychain } from './keychain.ts';

/**
 * Before a process ends, Node and libuv wait for the threads of their pool. A thread that waits for a locked keychain would
 * keep an app without a window alive, to which every later start hands itself over (Electron 33, also with `app.exit` and
 * `process.exit`). `end` ends the process whatever its threads do.
 */
export function quitAnyway(app: Pick<App, 'on'>, keychain: Pick<Keychain, 'busy'>, end: () => void): void {
  app.on('quit', () => {
    if (keychain.busy() !== null) end();
  });
}
