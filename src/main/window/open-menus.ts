import { app, Menu, type BrowserWindow } from 'electron';
import type { Words } from '../../shared/words/words.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { applicationMenu } from './application-menu.ts';
import { offerContextMenu } from './context-menu.ts';
import { zoom, type ZoomChange } from './zoom.ts';

/** Sets up the menu of the app, in the current language, and the context menu. */
export function openMenus(window: BrowserWindow, settings: SettingsKeeper, words: () => Words): void {
  const zoomBy = (change: ZoomChange): void => zoom(window, app.getPath('userData'), change);
  const setMenu = (): void => Menu.setApplicationMenu(applicationMenu(process.platform, words(), zoomBy));
  setMenu();
  settings.onChange((name) => {
    if (name === 'language') setMenu();
  });
  offerContextMenu(window.webContents, words);
}
