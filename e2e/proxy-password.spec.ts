import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseListening, openMeeting } from './support/page/journey.ts';
import { clickThatCloses } from './support/app/click-that-closes.ts';
import { startKeyring } from './support/system/keyring.ts';
import { axeViolations } from './support/page/axe-violations.ts';
import { proxyLogin, startPasswordProxy } from './support/network/password-proxy.ts';
import { giveLogin, promptOf } from './support/network/proxy-prompt.ts';

/** Chromium never asks a proxy for loopback hosts unless told to. */
const through = (port: number): readonly string[] => [
  `--proxy-server=http://127.0.0.1:${port}`,
  '--proxy-bypass-list=<-loopback>',
];

/** By hand, as a hostile page would. */
const callMain = (page: Page, name: string): Promise<unknown> =>
  page.evaluate(
    (called) => (window as unknown as { visio: { call(name: string): Promise<unknown> } }).visio.call(called),
    name,
  );

test('a proxy that wants a password gets it from a window of its own, and the meeting goes through it', async ({
  launch,
  stack,
}) => {
  const proxy = await startPasswordProxy();
  const { electron, page } = await launch({ switches: through(proxy.port) });
  const first = await promptOf(electron);
  await expect(first.getByText(`127.0.0.1:${proxy.port}`)).toBeVisible();
  await giveLogin(first, 'faux');
  const second = await promptOf(electron, first);
  await expect(second.getByRole('alert')).toContainText('Le proxy a refusé');
  await expect(second.getByLabel("Nom d'utilisateur")).toHaveValue(proxyLogin.user);
  await giveLogin(second);
  await openMeeting(page);
  await chooseListening(page);
  await expect(page.getByText('1/100')).toBeVisible();
  // LiveKit's WebSocket is the page's own, and never asked.
  expect(proxy.passed).toContain(new URL(stack.livekitUrl).host);
  await proxy.close();
});

test('whoever cancels reads that the proxy wants a password, and is asked again by « Réessayer »', async ({
  launch,
}) => {
  const proxy = await startPasswordProxy();
  const { electron, page } = await launch({ switches: through(proxy.port) });
  await clickThatCloses((await promptOf(electron)).getByRole('button', { name: 'Annuler' }));
  await expect(page.getByText('Le proxy de votre réseau attend')).toBeVisible();
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await giveLogin(await promptOf(electron));
  await expect(page.getByText('Le proxy de votre réseau attend')).toHaveCount(0);
  await proxy.close();
});

test('a password that the user wishes to keep is in the keychain, and the next start asks nobody', async ({
  launch,
  guard,
}) => {
  const proxy = await startPasswordProxy();
  const keyring = await startKeyring(guard);
  const options = { switches: through(proxy.port), env: keyring.env };
  const first = await launch(options);
  const prompt = await promptOf(first.electron);
  await prompt.getByLabel('Mémoriser dans le trousseau de cet ordinateur').check();
  await giveLogin(prompt);
  await expect.poll(() => keyring.secret('proxy')).toContain(proxyLogin.user);
  await first.close();

  const before = proxy.passed.length;
  const second = await launch(options);
  await expect(second.page.getByText('Service proposé par')).toBeVisible();
  expect(proxy.passed.length).toBeGreaterThan(before);
  expect(second.electron.windows()).toHaveLength(1);
  await second.close();
  await keyring.stop();
  await proxy.close();
});

test('the window for the password reaches no network and nothing of the app, and the main one nothing of it', async ({
  launch,
  stack,
}) => {
  const proxy = await startPasswordProxy();
  const { electron, page } = await launch({ switches: through(proxy.port) });
  const prompt = await promptOf(electron);
  await expect(prompt.getByLabel("Nom d'utilisateur")).toBeFocused();
  expect(await axeViolations(prompt)).toEqual([]);
  const reaches = (from: Page, address: string): Promise<boolean> =>
    from.evaluate(
      (url) =>
        fetch(url).then(
          () => true,
          () => false,
        ),
      address,
    );
  expect(await reaches(prompt, stack.serviceUrl)).toBe(false);
  expect(await reaches(prompt, 'app://visio-agents/index.html')).toBe(false);
  const refused = { ok: false, error: { code: 'app-error' } };
  expect(await callMain(prompt, 'meeting:current')).toEqual(refused);
  expect(await callMain(page, 'proxy:question')).toEqual(refused);
  expect(await callMain(page, 'proxy:cancel')).toEqual(refused);
  await expect(prompt.getByRole('button', { name: 'Annuler' })).toBeVisible();
  await proxy.close();
});
