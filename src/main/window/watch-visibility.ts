import type { BrowserWindow } from 'electron';
import { whileOpen } from './while-open.ts';

/** Tells whether a window is visible, whenever that changes: neither minimised nor hidden; other windows may cover it. */
export function watchVisibility(window: BrowserWindow, tell: (isVisible: boolean) => void): void {
  const tellNow = (): void => whileOpen(window, () => tell(window.isVisible() && !window.isMinimized()));
  window.on('minimize', tellNow);
  window.on('restore', tellNow);
  window.on('hide', tellNow);
  window.on('show', tellNow);
}
