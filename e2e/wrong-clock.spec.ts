import type { WrongClock } from '../scripts/cluster/clock/wrong-clock.ts';
import { expect, expectSignedIn, signInButton, test as base } from './sign-in/fixtures.ts';
import { openComputerClock } from './support/system/computer-clock.ts';
import { chooseListening, openMeeting } from './support/page/journey.ts';

// The app on a computer whose clock is wrong; the provider, the service and LiveKit have the right time.

const test = base.extend<{ readonly clock: WrongClock }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants one
  clock: async ({}, provide) => {
    const clock = await openComputerClock();
    await provide(clock);
    await clock.remove();
  },
});
const minute = 60;

test(
  'an agent whose clock is 6 minutes, then 70 minutes ahead, then 2 behind signs in, stays signed in and opens meetings',
  { tag: '@long' },
  async ({ launch, systemBrowser, keyring, provider, clock }) => {
    const env = { ...systemBrowser.env, ...keyring.env, ...clock.environment };
    await clock.setAhead(6 * minute);
    const first = await launch({ env });
    const ahead = await first.page.evaluate(() => Date.now());
    expect(ahead - Date.now()).toBeGreaterThan(5 * minute * 1000);
    await signInButton(first.page).click();
    await systemBrowser.signIn('marie');
    await expectSignedIn(first.page, 'Marie Gérard');
    await first.close();

    let { userData } = first;
    for (const seconds of [70 * minute, -2 * minute]) {
      await clock.setAhead(seconds);
      const asked = provider.requests.filter((path) => path === '/token').length;
      const again = await launch({ env, userData });
      await expectSignedIn(again.page, 'Marie Gérard');
      await openMeeting(again.page);
      await chooseListening(again.page);
      await expect(again.page.getByText('Marie Gérard (vous)')).toBeVisible();
      // By a refresh, whose new token took the place of the former one.
      expect(provider.requests.filter((path) => path === '/token').length).toBeGreaterThan(asked);
      await again.close();
      ({ userData } = again);
    }
  },
);

test(
  'where the provider does not tell the time, whose clock is wrong reads by how much, and signs in once it is set',
  { tag: '@long' },
  async ({ launch, systemBrowser, provider, clock }) => {
    provider.instead = (request, response) => {
      response.sendDate = false;
      provider.answer(request, response);
    };
    await clock.setAhead(70 * minute);
    const { page } = await launch({ env: { ...systemBrowser.env, ...clock.environment } });
    await signInButton(page).click();
    await systemBrowser.signIn('marie');
    const failed = page.getByRole('dialog', { name: "L'identification n'a pas abouti." });
    await expect(failed).toContainText(
      /L'heure de cet ordinateur est fausse de 1\sh\s10\. Réglez-la dans les paramètres de l'ordinateur/,
    );
    await clock.setAhead(0);
    await failed.getByRole('button', { name: 'Réessayer' }).click();
    await systemBrowser.signIn('marie');
    await expectSignedIn(page, 'Marie Gérard');
  },
);
