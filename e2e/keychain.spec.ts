import { once } from 'node:events';
import { expect, expectSignedIn, signInButton, test } from './sign-in/fixtures.ts';
import { chooseListening, forApp, joinAs, openMeeting } from './support/page/journey.ts';
import { startKeyring } from './support/system/keyring.ts';
import { meetingCalls } from '../scripts/probe/meeting-calls.ts';
import { stealRefreshToken } from './sign-in/thief.ts';

const expired = 'Votre connexion a expiré. Identifiez-vous de nouveau ; la réunion en cours continue.';

test('who has signed in still is after a restart, with another token, until they sign out', async ({
  launch,
  systemBrowser,
  keyring,
}) => {
  const env = { ...systemBrowser.env, ...keyring.env };
  const first = await launch({ env });
  await signInButton(first.page).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(first.page, 'Marie Gérard');
  const kept = await keyring.secret('session');
  expect(kept).toContain('Marie Gérard');
  await first.close();

  const { page } = await launch({ env, userData: first.userData });
  await expectSignedIn(page, 'Marie Gérard');
  await openMeeting(page);
  await chooseListening(page);
  await expect(page.getByText('Marie Gérard (vous)')).toBeVisible();
  const rotated = await keyring.secret('session');
  expect(rotated).toContain('Marie Gérard');
  expect(rotated).not.toBe(kept);
  await page.getByRole('button', { name: 'Quitter', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Mettre fin/ })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Mettre fin/ })
    .click();
  await page.getByRole('button', { name: "Retour à l'accueil" }).click();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(signInButton(page)).toBeVisible();
  await expect.poll(() => keyring.secret('session')).toBeNull();
});

test('an entry that somebody deleted is no trouble: the agent signs in again', async ({
  launch,
  systemBrowser,
  keyring,
}) => {
  const env = { ...systemBrowser.env, ...keyring.env };
  const first = await launch({ env });
  await signInButton(first.page).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(first.page, 'Marie Gérard');
  await first.close();
  await keyring.deleteEntry('session');
  const { page } = await launch({ env, userData: first.userData });
  await signInButton(page).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(page, 'Marie Gérard');
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await keyring.secret('session')).toContain('Marie Gérard');
});

test('@long a keyring that waits for its password is said, keeps nobody from working, and takes the newest token once it is unlocked', async ({
  launch,
  systemBrowser,
  keyring,
}) => {
  await keyring.lock();
  const env = { ...systemBrowser.env, ...keyring.env };
  const app = await launch({ env });
  await signInButton(app.page).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(app.page, 'Marie Gérard');
  await expect(app.page.getByRole('alert')).toHaveText(/le trousseau de clés est verrouillé\./);
  await openMeeting(app.page);
  await chooseListening(app.page);
  await expect(app.page.getByText('Marie Gérard (vous)')).toBeVisible();
  await keyring.answerPrompt();
  await expect.poll(() => keyring.secret('session')).toContain('Marie Gérard');
});

test('@long an app that asks a locked keyring at its start says so, ends when it is closed, and signs in once its user has unlocked it', async ({
  launch,
  systemBrowser,
  keyring,
}) => {
  const env = { ...systemBrowser.env, ...keyring.env };
  const first = await launch({ env });
  await signInButton(first.page).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(first.page, 'Marie Gérard');
  await first.close();
  await keyring.lock();
  const waiting = await launch({ env, userData: first.userData });
  await expect(waiting.page.getByRole('alert')).toHaveText(/^Le trousseau de clés est verrouillé/);
  await keyring.prompt();
  const ended = once(waiting.electron.process(), 'exit');
  await waiting.close();
  await ended;

  const { page } = await launch({ env, userData: first.userData });
  await expect(page.getByRole('alert')).toHaveText(/^Le trousseau de clés est verrouillé/);
  await keyring.answerPrompt();
  await expectSignedIn(page, 'Marie Gérard');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

for (const [what, start] of [
  ['no keyring', async (guard) => (await startKeyring(guard, { absent: true })).env],
  ['no session bus', async () => ({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' })],
] as const satisfies readonly (readonly [
  string,
  (guard: Parameters<typeof startKeyring>[0]) => Promise<Record<string, string>>,
])[])
  test(`where there is ${what} the agent is signed in until the app ends, and told so`, async ({
    launch,
    systemBrowser,
    guard,
  }) => {
    const env = { ...systemBrowser.env, ...(await start(guard)) };
    const first = await launch({ env });
    await signInButton(first.page).click();
    await systemBrowser.signIn('marie');
    await expectSignedIn(first.page, 'Marie Gérard');
    await expect(first.page.getByRole('alert')).toHaveText(/cet ordinateur n'a pas de trousseau de clés\./);
    await first.close();
    const { page } = await launch({ env, userData: first.userData });
    await expect(signInButton(page)).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

test('a token that the provider takes no more is said in the meeting, which goes on, and one click signs in again', async ({
  launch,
  systemBrowser,
  keyring,
  provider,
  stack,
}) => {
  const env = { ...systemBrowser.env, ...keyring.env };
  const first = await launch({ env });
  await signInButton(first.page).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(first.page, 'Marie Gérard');
  await first.close();
  await stealRefreshToken(provider, await keyring.secret('session'));

  const { meeting } = await meetingCalls(stack.serviceUrl)(
    'openMeeting',
    {},
    await provider.issueToken('paul'),
  );
  const link = forApp(meeting.links.participant);
  const { page } = await launch({ env, userData: first.userData, link });
  await joinAs(page, 'Marie');
  await chooseListening(page);
  await expect(page.getByText(expired)).toBeVisible();
  expect(await keyring.secret('session')).toBeNull();
  await page.getByRole('button', { name: "S'identifier" }).click();
  await systemBrowser.signIn('marie');
  await expect(page.getByText(expired)).toBeHidden();
  await expect(page.getByText('Marie (vous)')).toBeVisible();
  expect(await keyring.secret('session')).toContain('Marie Gérard');
});

test('an app that is killed between the provider’s answer and the keychain’s asks to sign in again', async ({
  launch,
  systemBrowser,
  keyring,
  provider,
}) => {
  const env = { ...systemBrowser.env, ...keyring.env };
  const first = await launch({ env });
  await signInButton(first.page).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(first.page, 'Marie Gérard');
  await first.close();

  const { promise: mayAnswer, resolve: letAnswer } = Promise.withResolvers<void>();
  provider.instead = (request, response) => {
    if (request.url === '/token') void mayAnswer.then(() => provider.answer(request, response));
    else provider.answer(request, response);
  };
  const killed = await launch({ env, userData: first.userData });
  await expect.poll(() => provider.requests.filter((path) => path === '/token')).toHaveLength(2);
  await keyring.lock();
  letAnswer();
  await keyring.prompt();
  const ended = once(killed.electron.process(), 'exit');
  process.kill(killed.pid, 'SIGKILL');
  await ended;
  provider.instead = null;

  const { page } = await launch({ env, userData: first.userData });
  await keyring.answerPrompt();
  const notice = page.getByRole('alert').filter({ hasText: expired });
  await notice.getByRole('button', { name: "S'identifier" }).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(page, 'Marie Gérard');
  await expect(notice).toBeHidden();
  expect(await keyring.secret('session')).toContain('Marie Gérard');
});
