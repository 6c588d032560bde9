import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin } from '../page/app-protocol.ts';
import { whileOpen } from './while-open.ts';
import { fitInto, moveInto, roomOn, smallestIn, usualIn, type Bounds } from './window-bounds.ts';
import { keepPlacement, readPlacement } from './window-placement.ts';
import { followZoom, readZoom } from './zoom.ts';

/** Opens the only window, where it was last time if that place is still on a screen, and never larger than the screen. */
export function openMainWindow(userData: string): BrowserWindow {
  const last = readPlacement(userData);
  const room = last ? roomFor(last) : roomOn(screen.getPrimaryDisplay().workArea, process.platform);
  const least = smallestIn(room);
  const window = new BrowserWindow({
    ...(last ? fitInto(room, last) : usualIn(room)),
    minWidth: least.width,
    minHeight: least.height,
    title: 'Visio-Agents',
    // The background colour of the page, so that nothing flashes before its first paint.
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
      // A meeting behind other windows must go on at full speed.
      backgroundThrottling: false,
    },
  });
  if (last?.maximized) window.maximize();
  window.on('close', () =>
    keepPlacement(userData, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  followZoom(window, userData);
  followScreens(window);
  // Rejects if the window closes or the page crashes while loading; both have events of their own.
  window.loadURL(`${appOrigin}/`).catch(() => undefined);
  return window;
}

/** The area for windows on the display that shows most of these bounds, or is nearest. */
const roomFor = (bounds: Bounds): Bounds =>
  roomOn(screen.getDisplayMatching({ ...bounds }).workArea, process.platform);

/** Fits the window again when its screen is removed or rescaled, or when it is moved to another one. */
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

/** Brings the window to the front with the focus, also if minimised or hidden; a closed one stays closed. */
export const bringToFront = (window: BrowserWindow): void =>
  whileOpen(window, () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
