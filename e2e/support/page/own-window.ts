import type { ElectronApplication, Page } from '@playwright/test';

/** The page of a window of main's own, which bears this name, another than the one before. */
export async function ownWindow(electron: ElectronApplication, name: string, before?: Page): Promise<Page> {
  const isIt = (page: Page): boolean => page !== before && page.url().startsWith(`app://${name}/`);
  return electron.windows().find(isIt) ?? electron.waitForEvent('window', isIt);
}
