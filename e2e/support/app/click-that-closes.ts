import type { Locator } from '@playwright/test';

/** Clicks a button that closes its own page, and waits until the page is closed: the answer to the click may be lost with it. */
export async function clickThatCloses(button: Locator): Promise<void> {
  const closed = button.page().waitForEvent('close');
  const click = button.click().catch((error: unknown) => {
    if (!String(error).includes('has been closed')) throw error;
  });
  await Promise.all([closed, click]);
}
