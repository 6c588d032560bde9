import { chromium } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { installDesktop } from './support/system/desktop.ts';
import { answerQuestions, askedQuestions } from './support/app/dialogs.ts';
import {
  chooseListening,
  forApp,
  goHome,
  invitation,
  joinAs,
  openMeeting,
  receiveLink,
} from './support/page/journey.ts';

test('a link opened on the desktop starts the app on the join page, and reaches a running app as well', async ({
  launch,
  stack,
  guard,
  electronRuntime,
}) => {
  const agent = await launch();
  await openMeeting(agent.page);
  await chooseListening(agent.page);
  const link = forApp(await invitation(agent.page));
  const desktop = await installDesktop({ guard, electron: electronRuntime, serverUrl: stack.serviceUrl });

  // Cold: nothing runs; the desktop starts the app.
  await desktop.open(link);
  const browser = await chromium.connectOverCDP(await desktop.debuggingAddress());
  const page = await desktop.pageOf(browser);
  await expect(page.getByRole('heading', { name: 'Rejoindre la réunion' })).toBeVisible();

  // Warm: the same link again reaches the running app, which shows the join page once more and never joins by itself.
  await goHome(page);
  await expect(page.getByRole('button', { name: 'Ouvrir une réunion temporaire' })).toBeVisible();
  await desktop.open(link);
  await joinAs(page, 'Marie Gérard');
  await chooseListening(page);
  await expect(page.getByText('2/100')).toBeVisible();
  await browser.close();
  await desktop.close();
});

test('a link that we would not have written gets a message, at the start and later', async ({
  launch,
  stack,
}) => {
  const host = new URL(stack.serviceUrl).host;
  const guest = await launch({ link: `visio-agents://${host}/r/too-short` });
  const { page } = guest;
  await expect(page.getByRole('heading', { name: "Ce lien n'est pas celui d'une réunion." })).toBeVisible();
  await answerQuestions(guest, 'no');
  await receiveLink(guest, `visio-agents://evil.example/r/${'a'.repeat(29)}A`);
  await expect(
    page.getByRole('heading', { name: /un service que cette application n'utilise pas/ }),
  ).toBeVisible();
  expect((await askedQuestions(guest)).join()).toContain('evil.example');
});

test('a link to another meeting asks before it leaves the one that is on', async ({ launch }) => {
  const other = await launch();
  await openMeeting(other.page);
  await chooseListening(other.page);
  const elsewhere = forApp(await invitation(other.page));
  const agent = await launch();
  const { page } = agent;
  await openMeeting(page);
  await chooseListening(page);

  await receiveLink(agent, elsewhere);
  const question = page.getByRole('dialog', { name: 'Vous êtes déjà en réunion' });
  await question.getByRole('button', { name: 'Rester' }).click();
  await expect(page.getByRole('button', { name: 'Activer le micro' })).toBeVisible();
  await receiveLink(agent, forApp(await invitation(page)));
  await expect(page.getByRole('dialog')).toBeHidden(); // the link of this very meeting asks nothing
  await receiveLink(agent, elsewhere);
  await question.getByRole('button', { name: "Quitter et rejoindre l'autre" }).click();
  await expect(page.getByRole('heading', { name: 'Rejoindre la réunion' })).toBeVisible();
});
