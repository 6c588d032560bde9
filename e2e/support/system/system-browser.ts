import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import type { Guard } from '../../../scripts/supervision/guard.ts';

/** What the app's desktop opens addresses with: it is told by `xdg-open`, and then driven here. */
export type SystemBrowser = {
  /** For the app's environment. */
  readonly env: { readonly PATH: string };
  /** The address that the app has opened and that nobody looked at yet. */
  openedAddress(): Promise<string>;
  /** Goes there and signs in by the provider's own pages; the page that the agent reads at the end. */
  signIn(login: string): Promise<Page>;
  close(): Promise<void>;
};

/** Debian's Chromium, with a profile of its own. */
export async function startSystemBrowser(guard: Guard): Promise<SystemBrowser> {
  const folder = await mkdtemp(path.join(tmpdir(), 'visio-browser-'));
  guard.removeAtEnd(folder);
  const [opener, told] = [path.join(folder, 'xdg-open'), path.join(folder, 'address')];
  // Whole at once: nobody reads half an address.
  await writeFile(opener, `#!/bin/sh\nprintf %s "$1" > '${told}.new' && mv '${told}.new' '${told}'\n`);
  await chmod(opener, 0o755);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });

  async function openedAddress(): Promise<string> {
    const read = (): Promise<string> => readFile(told, 'utf8').catch(() => '');
    await expect.poll(read).not.toBe('');
    const address = await read();
    await rm(told);
    return address;
  }

  return {
    env: { PATH: `${folder}:${process.env['PATH']}` },
    openedAddress,
    async signIn(login) {
      const page = await (await browser.newContext()).newPage();
      await page.goto(await openedAddress());
      await page.getByPlaceholder('Enter any login').fill(login);
      await page.getByPlaceholder('and password').fill('of tests');
      await page.getByRole('button', { name: 'Sign-in' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();
      return page;
    },
    close: () => browser.close(),
  };
}
