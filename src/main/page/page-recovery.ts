import type { BrowserWindow } from 'electron';
import { appOrigin } from './app-protocol.ts';
import { steadyClock } from '../clocks.ts';
import type { Log } from '../log/log.ts';
import { isOurPage } from './security.ts';
import { whileOpen } from '../window/while-open.ts';

const most = 3;
const withinMs = 60_000;

/** Returns to our page if it was left, and reloads it after a crash, but not endlessly. `onGone` is called each time a page goes away. */
export function recoverPage(
  window: BrowserWindow,
  onGone: () => void,
  onHopeless: () => void,
  log: Log,
): void {
  let crashes: number[] = [];
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) onGone();
  });
  // There is no `will-navigate` for about:blank (Electron 33), which would leave an empty window.
  window.webContents.on('did-navigate', (_event, address) => {
    // The promise rejects if another load replaces this one, or if the window closes.
    if (!isOurPage(address)) window.loadURL(`${appOrigin}/`).catch(() => undefined);
  });
  const loadAgain = (): void => {
    const now = steadyClock();
    crashes = [...crashes.filter((at) => now - at < withinMs), now];
    if (crashes.length > most) onHopeless();
    else whileOpen(window, ({ webContents }) => webContents.reload());
  };
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.warn(`the page's process is gone: ${reason} (${exitCode})`);
    onGone();
    if (reason !== 'clean-exit') loadAgain();
  });
  // It may have crashed before these listeners were there.
  if (window.webContents.isCrashed()) loadAgain();
}
