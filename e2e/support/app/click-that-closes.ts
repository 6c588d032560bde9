import type { Locator, Page } from '@playwright/test';

/** Clicks a button that closes its own page, and waits until the page is closed: the answer to the click may be lost with it. */
export const clickThatCloses = (button: Locator): Promise<void> =>
  closing(button.page(), () => button.click());

/** The same for a key. */
export const keyThatCloses = (page: Page, key: string): Promise<void> =>
  closing(page, () => page.keyboard.press(key));

async function closing(page: Page, act: () => Promise<void>): Promise<void> {
  const closed = page.waitForEvent('close');
  const acted = act().catch((error: unknown) => {
    if (!String(error).includes('has been closed')) throw error;
  });
  await Promise.all([closed, acted]);
}
