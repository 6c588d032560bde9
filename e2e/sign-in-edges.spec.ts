import { expect, expectSignedIn, signInButton, test } from './sign-in/fixtures.ts';
import { chooseListening, openMeeting } from './support/page/journey.ts';
import { setDefaultBrowser } from './support/system/default-browser.ts';
import { tellMain } from './support/app/main-process.ts';

// What seldom happens, each with what the agent reads.

test('the system’s own xdg-open brings the provider’s page to the default browser', async ({
  launch,
  guard,
  provider,
}) => {
  const browser = await setDefaultBrowser(guard);
  const { page } = await launch({ env: browser.env });
  await signInButton(page).click();
  await expect.poll(() => browser.opened()).toMatch(/code_challenge_method=S256/);
  const address = new URL(await browser.opened());
  expect(address.origin).toBe(provider.issuer);
  // What the address says is read by every program of this user; none of it redeems the code.
  expect([...address.searchParams.keys()].sort()).toEqual(
    'client_id code_challenge code_challenge_method nonce prompt redirect_uri resource response_type scope state'.split(
      ' ',
    ),
  );
});

test('tokens that only the provider understands open a meeting as well', async ({
  launch,
  systemBrowser,
  provider,
}) => {
  provider.tokenFormat = 'opaque';
  const { page } = await launch({ env: systemBrowser.env });
  await signInButton(page).click();
  await systemBrowser.signIn('marie');
  await openMeeting(page);
  await chooseListening(page);
  await expect(page.getByText('Marie Gérard (vous)')).toBeVisible();
  expect(provider.requests).toContain('/token/introspection');
});

test('a code that was used before signs nobody in, and the port is closed behind it', async ({
  launch,
  systemBrowser,
  provider,
}) => {
  const { page } = await launch({ env: systemBrowser.env });
  await signInButton(page).click();
  const tab = await systemBrowser.signIn('marie');
  await expectSignedIn(page, 'Marie Gérard');
  const used = new URL(tab.url());
  expect(used.searchParams.get('code')).not.toBeNull();
  await expect(fetch(used)).rejects.toThrow('fetch failed');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();

  await signInButton(page).click();
  const asked = new URL(await systemBrowser.openedAddress());
  const back = new URL(asked.searchParams.get('redirect_uri') ?? '');
  for (const [name, value] of Object.entries({
    code: used.searchParams.get('code'),
    state: asked.searchParams.get('state'),
    iss: provider.issuer,
  }))
    back.searchParams.set(name, value ?? '');
  expect(await (await fetch(back)).text()).toContain('Revenez dans Visio-Agents');
  await expect(page.getByText("Le service d'identification l'a refusée")).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click();
  await expect(signInButton(page)).toBeVisible();
});

test('an attempt that nobody ends is given up after five minutes, and the next one succeeds', async ({
  launch,
  systemBrowser,
}) => {
  const { electron, page } = await launch({ env: systemBrowser.env });
  // The first five minutes are over at once; every other time limit stays what it is.
  await tellMain(electron, () => {
    const usual = globalThis.setTimeout;
    const shortened = (act: () => void, ms?: number): unknown => {
      if (ms !== 300_000) return usual(act, ms);
      globalThis.setTimeout = usual;
      return usual(act, 2000);
    };
    globalThis.setTimeout = shortened as typeof usual;
  });
  await signInButton(page).click();
  const late = new URL(await systemBrowser.openedAddress());
  const failed = page.getByRole('dialog', { name: "L'identification n'a pas abouti." });
  await expect(failed).toContainText("Elle n'a pas été terminée dans le navigateur au bout de cinq minutes.");
  await expect(fetch(late.searchParams.get('redirect_uri') ?? '')).rejects.toThrow('fetch failed');
  await failed.getByRole('button', { name: 'Réessayer' }).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(page, 'Marie Gérard');
});
