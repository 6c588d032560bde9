import type { BrowserWindow } from 'electron';
import { whileOpen } from './while-open.ts';

/** Tells whether a window can be seen, whenever that changes: neither minimised nor hidden; others may cover it. */
export function watchSeen(window: BrowserWindow, tell: (isSeen: boolean) => void): void {
  const look = (): void => whileOpen(window, () => tell(window.isVisible() && !window.isMinimized()));
  window.on('minimize', look);
  window.on('restore', look);
  window.on('hide', look);
  window.on('show', look);
}
