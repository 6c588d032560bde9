import { expect, expectSignedIn, signInButton, test } from './sign-in/fixtures.ts';
import { openMeeting } from './support/page/journey.ts';
import { answerQuestions, askedQuestions } from './support/app/dialogs.ts';

// Where the tokens are good that a service has its agents sign in for.

test.describe('a service that asks for tokens of another one', { tag: '@long' }, () => {
  test.use({
    serviceEnv: async ({ provider }, provide) => provide(provider.environment('https://real.example')),
  });
  test('has nobody signed in, and the agent is told why', async ({ launch, systemBrowser, provider }) => {
    const { page } = await launch({ env: systemBrowser.env });
    await signInButton(page).click();
    const failed = page.getByRole('dialog', { name: "L'identification n'a pas abouti." });
    await expect(failed).toContainText('une identification qui serait valable pour un autre service que lui');
    await failed.getByRole('button', { name: 'Fermer' }).click();
    await openMeeting(page);
    await expect(page.getByRole('heading', { name: 'Identifiez-vous pour continuer.' })).toBeVisible();
    expect(provider.requests).toEqual([]);
  });
});

test.describe('a service whose tokens are good anywhere', { tag: '@long' }, () => {
  test.use({ serviceEnv: async ({ provider }, provide) => provide(provider.environment('visio')) });
  test('has agents signed in once they said yes to both addresses, which is asked once', async ({
    launch,
    systemBrowser,
    provider,
    stack,
  }) => {
    const first = await launch({ env: systemBrowser.env });
    await answerQuestions(first, 'no');
    await signInButton(first.page).click();
    await expect.poll(() => askedQuestions(first)).toHaveLength(1);
    const asked = (await askedQuestions(first)).join();
    expect(asked).toContain("S'identifier pour ce service");
    for (const address of [provider.issuer, stack.serviceUrl]) expect(asked).toContain(new URL(address).host);
    await expect(first.page.getByRole('dialog')).toHaveCount(0);
    expect(provider.requests).toEqual([]);

    await answerQuestions(first, 'yes');
    await signInButton(first.page).click();
    await systemBrowser.signIn('marie');
    await expectSignedIn(first.page, 'Marie Gérard');
    await first.close();

    const second = await launch({ env: systemBrowser.env, userData: first.userData });
    await answerQuestions(second, 'no');
    await signInButton(second.page).click();
    await systemBrowser.signIn('marie');
    await expectSignedIn(second.page, 'Marie Gérard');
    expect(await askedQuestions(second)).toEqual([]);
  });
});
