import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin } from './app-protocol.ts';
import { whileOpen } from './while-open.ts';
import { keepPlacement, readPlacement, type Placement } from './window-placement.ts';

const smallest = { width: 800, height: 600 };
const usual = { width: 1100, height: 750 };

/** The one window, where it was the last time if a screen is still there. */
export function openMainWindow(userData: string): BrowserWindow {
  const last = readPlacement(userData);
  const window = new BrowserWindow({
    ...(last && isOnScreen(last) ? bounds(last) : usual),
    minWidth: smallest.width,
    minHeight: smallest.height,
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
      // A meeting behind other windows goes on at full speed.
      backgroundThrottling: false,
    },
  });
  if (last?.maximized) window.maximize();
  window.on('close', () =>
    keepPlacement(userData, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  // Refused where the window is closed, or the page crashes, while it is loaded; both are noticed by their own events.
  window.loadURL(`${appOrigin}/`).catch(() => undefined);
  return window;
}

type Bounds = Omit<Placement, 'maximized'>;
const bounds = ({ x, y, width, height }: Bounds): Bounds => ({ x, y, width, height });

/** Whether enough of the window would be seen for it to be grasped. */
function isOnScreen(wanted: Bounds): boolean {
  const { workArea } = screen.getDisplayMatching(bounds(wanted));
  const right = Math.min(wanted.x + wanted.width, workArea.x + workArea.width);
  const bottom = Math.min(wanted.y + wanted.height, workArea.y + workArea.height);
  return right - Math.max(wanted.x, workArea.x) >= 200 && bottom - Math.max(wanted.y, workArea.y) >= 100;
}

/** In front and with the focus, however it was put away; one that is closed stays closed. */
export const bringToFront = (window: BrowserWindow): void =>
  whileOpen(window, () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
