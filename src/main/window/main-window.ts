import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin } from '../page/app-protocol.ts';
import { whileOpen } from './while-open.ts';
import { fitInto, moveInto, roomOn, smallestIn, usualIn, type Bounds } from './window-bounds.ts';
import { keepPlacement, readPlacement } from './window-placement.ts';
import { followZoom, readZoom } from './zoom.ts';

/** The one window, where it was the last time if a screen is still there, and never larger than that screen. */
export function openMainWindow(userData: string): BrowserWindow {
  const last = readPlacement(userData);
  const room = last ? roomFor(last) : roomOn(screen.getPrimaryDisplay().workArea, process.platform);
  const least = smallestIn(room);
  const window = new BrowserWindow({
    ...(last ? fitInto(room, last) : usualIn(room)),
    minWidth: least.width,
    minHeight: least.height,
    title: 'Visio-Agents',
    // The page's own background, so that nothing flashes before its first paint.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#161616' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      zoomFactor: readZoom(userData),
      // A meeting behind other windows goes on at full speed.
      backgroundThrottling: false,
    },
  });
  if (last?.maximized) window.maximize();
  window.on('close', () =>
    keepPlacement(userData, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  followZoom(window, userData);
  followScreens(window);
  // Refused where the window is closed, or the page crashes, while it is loaded; both are noticed by their own events.
  window.loadURL(`${appOrigin}/`).catch(() => undefined);
  return window;
}

/** Of the display that has most of it, or is nearest. */
const roomFor = (bounds: Bounds): Bounds =>
  roomOn(screen.getDisplayMatching({ ...bounds }).workArea, process.platform);

/** A screen that is gone, or shows everything larger, or another that the window was moved to. */
function followScreens(window: BrowserWindow): void {
  const fit = (): void => whileOpen(window, () => fitToScreen(window));
  screen.on('display-metrics-changed', fit).on('display-removed', fit);
  window.on('unmaximize', fit).on('leave-full-screen', fit).on('restore', fit).on('moved', fit);
  window.once('closed', () => screen.off('display-metrics-changed', fit).off('display-removed', fit));
}

function fitToScreen(window: BrowserWindow): void {
  const bounds = window.getBounds();
  const room = roomFor(bounds);
  const { width, height } = smallestIn(room);
  window.setMinimumSize(width, height);
  if (window.isMaximized() || window.isFullScreen() || window.isMinimized()) return;
  const moved = moveInto(room, bounds);
  if (moved) window.setBounds(moved);
}

/** In front and with the focus, however it was put away; one that is closed stays closed. */
export const bringToFront = (window: BrowserWindow): void =>
  whileOpen(window, () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
