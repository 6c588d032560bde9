import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseListening, forApp, invitation, openMeeting, receiveLink } from './support/page/journey.ts';
import { tellMain } from './support/app/main-process.ts';
import { answerQuestions, askedQuestions } from './support/app/dialogs.ts';

const noServer = { VISIO_SERVER_URL: '' };
const openButton = (page: Page) => page.getByRole('button', { name: 'Ouvrir une réunion temporaire' });

/** A server of somebody else, and what it was asked. */
async function startStranger(answer: string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/html' }).end(answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { asked, host: `127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

test('the first start asks where the service is, says precisely what is wrong, and remembers it', async ({
  launch,
  stack,
}) => {
  const stranger = await startStranger('<h1>Intranet</h1>');
  const first = await launch({ env: noServer });
  const { page } = first;
  const address = page.getByLabel('Adresse du service de réunion');
  const use = page.getByRole('button', { name: 'Utiliser ce service' });
  for (const [typed, said] of [
    ['ceci n’est rien', "Ce texte n'est pas l'adresse d'un service."],
    ['http://visio.exemple.fr', "Ce texte n'est pas l'adresse d'un service."],
    [`http://${stranger.host}`, "Il n'y a pas de service de réunion à cette adresse."],
    ['http://127.0.0.1:9', 'Aucun service ne répond à cette adresse.'],
  ] as const) {
    await address.fill(typed);
    await use.click();
    await expect(page.getByText(said)).toBeVisible();
  }
  const code = 'AQIDBAUGBwgJEQECAwQFBgcICQoLDA';
  await address.fill('');
  await tellMain(
    first.electron,
    ({ clipboard }, copied) => void clipboard.writeText(copied),
    `Réunion improvisée\nLien Participant : <${stack.serviceUrl}/r/${code}>`,
  );
  await address.press('Control+V');
  await expect(address).toHaveValue(stack.serviceUrl);
  await expect(page.getByText("Adresse reprise de l'invitation.")).toBeVisible();
  await address.fill(` ${stack.serviceUrl}/ `);
  await expect(page.getByText("Adresse reprise de l'invitation.")).toBeHidden();
  await use.click();
  await expect(openButton(page)).toBeVisible();
  await openMeeting(page);
  await chooseListening(page);
  await first.close();
  const again = await launch({ env: noServer, userData: first.userData });
  await expect(openButton(again.page)).toBeVisible();
  stranger.close();
});

test('the first link offers its service: after a no it is still asked for, after a yes it is the app’s own', async ({
  launch,
}) => {
  const agent = await launch();
  await openMeeting(agent.page);
  await chooseListening(agent.page);
  const link = forApp(await invitation(agent.page));
  const newcomer = await launch({ env: noServer });
  const { page } = newcomer;
  await expect(page.getByRole('heading', { name: 'Bienvenue' })).toBeVisible();
  await answerQuestions(newcomer, 'no');
  await receiveLink(newcomer, link);
  await expect(page.getByRole('heading', { name: /que cette application n'utilise pas/ })).toBeVisible();
  await page.getByRole('button', { name: "Retour à l'accueil" }).click();
  await expect(page.getByRole('heading', { name: 'Bienvenue' })).toBeVisible();
  await answerQuestions(newcomer, 'yes');
  await receiveLink(newcomer, link);
  await expect(page.getByRole('heading', { name: 'Rejoindre la réunion' })).toBeVisible();
  expect((await askedQuestions(newcomer)).join()).toContain('Utiliser ce service de réunion');
  await page.getByRole('button', { name: "Retour à l'accueil" }).click();
  await expect(openButton(page)).toBeVisible();
});

test('a stranger’s service hears nothing before a yes, and a refused link costs no meeting', async ({
  launch,
}) => {
  const stranger = await startStranger('<h1>Intranet</h1>');
  const agent = await launch();
  const { page } = agent;
  await openMeeting(page);
  await chooseListening(page);
  const link = `visio-agents://${stranger.host}/r/${'a'.repeat(29)}A`;
  await answerQuestions(agent, 'no');
  await receiveLink(agent, link);
  const refused = page.getByRole('dialog');
  await expect(refused.getByText(/que cette application n'utilise pas/)).toBeVisible();
  expect(stranger.asked).toEqual([]);
  await refused.getByRole('button', { name: 'Rester dans la réunion' }).click();
  await expect(page.getByRole('button', { name: 'Activer le micro' })).toBeVisible();
  await answerQuestions(agent, 'yes');
  await receiveLink(agent, link);
  await page
    .getByRole('dialog', { name: 'Vous êtes déjà en réunion' })
    .getByRole('button', { name: 'Rester' })
    .click();
  expect(stranger.asked).toEqual([]);
  stranger.close();
});
