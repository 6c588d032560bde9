import type { Page } from '@playwright/test';
import { expect, test as base } from '../fixtures.ts';
import { startKeyring, type Keyring } from '../support/system/keyring.ts';
import { startSystemBrowser, type SystemBrowser } from '../support/system/system-browser.ts';

type Desktop = {
  readonly systemBrowser: SystemBrowser;
  /** Started only for tests that ask for it; the others have no keychain. */
  readonly keyring: Keyring;
};

/** Agents of `stack` sign in at `provider`, in a browser that the test drives. */
export const test = base.extend<Desktop>({
  serviceEnv: async ({ provider }, provide) =>
    // Tokens are for the service itself: the app signs nobody in for any other.
    provide((serviceUrl) => provider.environment(serviceUrl)),
  systemBrowser: async ({ guard }, provide) => {
    const systemBrowser = await startSystemBrowser(guard);
    await provide(systemBrowser);
    await systemBrowser.close();
  },
  keyring: async ({ guard }, provide) => {
    const keyring = await startKeyring(guard);
    await provide(keyring);
    await keyring.stop();
  },
});
export { expect };

export const signInButton = (page: Page) =>
  page.getByRole('banner').getByRole('button', { name: "S'identifier" });

export const expectSignedIn = (page: Page, name: string) =>
  expect(page.getByRole('banner').getByRole('status')).toHaveText(name);
