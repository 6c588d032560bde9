import { join } from 'node:path';
import type { BrowserWindow, Input } from 'electron';
import { shortcuts, type ShortcutName } from '../../shared/shortcuts/catalogue.ts';
import { shortcutKey } from '../../shared/shortcuts/shortcut-key.ts';
import { whileOpen } from './while-open.ts';
import { writeAtomicallySync } from '../files/atomic-file.ts';
import { readOwnJson } from '../files/read-json-file.ts';

/** The steps of browsers. WCAG requires 200 %, and no loss of content at 400 % of 1280 pixels. */
export const zoomFactors = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

export type ZoomChange = 'in' | 'out' | 'reset';

/** The factor after a change; it stays at the first and the last step. */
export function zoomedBy(factor: number, change: ZoomChange): number {
  // Chromium does not return exactly the factor that it was given.
  const rounded = Math.round(factor * 100) / 100;
  if (change === 'reset') return 1;
  const further = zoomFactors.filter((each) => (change === 'in' ? each > rounded : each < rounded));
  return (change === 'in' ? further[0] : further.at(-1)) ?? rounded;
}

const isKeyOf = (name: ShortcutName, key: string | null): boolean =>
  shortcuts[name].keys.some((each) => each === key);

/** The keys of the window itself. Browsers have them; Electron has them in its default menu, which is not shown here. */
export function windowKey(
  input: Pick<Input, 'type' | 'key' | 'code' | 'control' | 'meta' | 'alt'>,
  platform: NodeJS.Platform,
): ZoomChange | 'full-screen' | null {
  if (input.type !== 'keyDown' || input.alt) return null;
  if (isKeyOf('full-screen', input.key) && platform !== 'darwin') return 'full-screen';
  if (!(platform === 'darwin' ? input.meta : input.control)) return null;
  const key = shortcutKey(input);
  return (['in', 'out', 'reset'] as const).find((change) => isKeyOf(`zoom-${change}`, key)) ?? null;
}

// A file of its own, checked by hand like the window's placement: it is read before the settings.
const fileIn = (folder: string): string => join(folder, 'zoom.json');

/** 1 at the first start, and if the file holds none of our factors. */
export function readZoom(folder: string): number {
  const kept = readOwnJson(fileIn(folder));
  return zoomFactors.find((factor) => factor === kept) ?? 1;
}

function keepZoom(folder: string, factor: number): void {
  try {
    writeAtomicallySync(fileIn(folder), JSON.stringify(factor));
  } catch {
    // No need to tell anybody: the next start just has the former zoom.
  }
}

/** Zooms the page by one step and remembers it. On macOS the menu outlives the window, hence `whileOpen`. */
export const zoom = (window: BrowserWindow, folder: string, change: ZoomChange): void =>
  whileOpen(window, () => {
    const factor = zoomedBy(window.webContents.zoomFactor, change);
    window.webContents.zoomFactor = factor;
    keepZoom(folder, factor);
  });

/** Handles the keys and the wheel as long as the window exists. */
export function followZoom(window: BrowserWindow, folder: string): void {
  const { webContents } = window;
  webContents.on('before-input-event', (event, input) => {
    const wanted = windowKey(input, process.platform);
    if (wanted === null) return;
    event.preventDefault();
    if (wanted !== 'full-screen') zoom(window, folder, wanted);
    else if (!input.isAutoRepeat) window.setFullScreen(!window.isFullScreen());
  });
  webContents.on('zoom-changed', (_event, direction) => zoom(window, folder, direction));
}
