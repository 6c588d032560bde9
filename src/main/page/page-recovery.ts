import type { BrowserWindow } from 'electron';
import { appOrigin } from './app-protocol.ts';
import { steadyClock } from '../clocks.ts';
import type { Log } from '../log/log.ts';
import { isOurPage } from './security.ts';
import { whileOpen } from '../window/while-open.ts';

const most = 3;
const withinMs = 60_000;

/** A page that left is called back; one that crashed is loaded again, but not for ever; `onGone` is told each time a page goes away. */
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
  // `will-navigate` is not asked about about:blank (Electron 33), which would leave an empty window.
  window.webContents.on('did-navigate', (_event, address) => {
    // A load that another takes over, or that the window's end cuts off, is refused by its promise.
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
  // In its first moments, when nobody was watching yet.
  if (window.webContents.isCrashed()) loadAgain();
}
