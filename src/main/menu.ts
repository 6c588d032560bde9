import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from '../shared/words/words.ts';

/**
 * macOS needs a menu for its usual keys; elsewhere the page is the whole interface. Reloading and developer tools are
 * nowhere in it.
 */
export function applicationMenu(platform: NodeJS.Platform, words: Words): Menu | null {
  if (platform !== 'darwin') return null;
  const { edit, window } = words.menu;
  const menus: MenuItemConstructorOptions[] = [
    { role: 'appMenu' },
    { label: edit, role: 'editMenu' },
    { label: window, role: 'windowMenu' },
  ];
  return Menu.buildFromTemplate(menus);
}
