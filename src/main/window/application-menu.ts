import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from '../../shared/words/words.ts';
import { menuAccelerator } from './menu-accelerator.ts';
import type { ZoomChange } from './zoom.ts';

/**
 * macOS needs a menu for its usual keys; elsewhere the page is the whole interface, and `zoom.ts` has the keys of the window.
 * It offers neither reload nor developer tools.
 */
export function applicationMenu(
  platform: NodeJS.Platform,
  words: Words,
  zoom: (change: ZoomChange) => void,
): Menu | null {
  return platform === 'darwin' ? Menu.buildFromTemplate([...menuOfMacos(words, zoom)]) : null;
}

function menuOfMacos(
  { menu }: Words,
  zoom: (change: ZoomChange) => void,
): readonly MenuItemConstructorOptions[] {
  const view: readonly MenuItemConstructorOptions[] = [
    { label: menu.larger, accelerator: menuAccelerator('zoom-in'), click: () => zoom('in') },
    { label: menu.smaller, accelerator: menuAccelerator('zoom-out'), click: () => zoom('out') },
    { label: menu.usualSize, accelerator: menuAccelerator('zoom-reset'), click: () => zoom('reset') },
    { type: 'separator' },
    // Its own accelerator, Control+Command+F, comes with the role.
    { label: menu.fullScreen, role: 'togglefullscreen' },
  ];
  return [
    { role: 'appMenu' },
    { label: menu.edit, role: 'editMenu' },
    { label: menu.view, submenu: [...view] },
    { label: menu.window, role: 'windowMenu' },
  ];
}
