import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { meetingCalls } from '../scripts/probe/meeting-calls.ts';
import { expect, expectSignedIn, signInButton, test } from './sign-in/fixtures.ts';
import {
  chooseListening,
  forApp,
  invitation,
  joinAs,
  openMeeting,
  receiveLink,
} from './support/page/journey.ts';
import { askMain, tellMain } from './support/app/main-process.ts';
import { axeViolations } from './support/page/axe-violations.ts';
import { answerQuestions } from './support/app/dialogs.ts';

test('an agent signs in in the browser, opens a meeting under their name, and signs out', async ({
  launch,
  systemBrowser,
}) => {
  const { page, electron } = await launch({ env: systemBrowser.env });
  await signInButton(page).click();
  await expect(page.getByRole('dialog', { name: 'Identification en cours' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  // Out of sight, as behind the browser: without a window manager nothing can be in front of it.
  await tellMain(electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const tab = await systemBrowser.signIn('marie');
  await expect(tab.getByText('Vous pouvez fermer cet onglet et revenir dans Visio-Agents.')).toBeVisible();
  const isVisible = (): Promise<boolean | undefined> =>
    askMain(electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isVisible).toBe(true);
  await expectSignedIn(page, 'Marie Gérard');
  expect(await axeViolations(page)).toEqual([]);
  await openMeeting(page);
  await chooseListening(page);
  await expect(page.getByText('Marie Gérard (vous)')).toBeVisible();
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
});

test('who wants to open a meeting first signs in, and the meeting opens by itself', async ({
  launch,
  systemBrowser,
}) => {
  const { page } = await launch({ env: systemBrowser.env });
  await openMeeting(page);
  await expect(page.getByRole('heading', { name: 'Identifiez-vous pour continuer.' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: "S'identifier" }).click();
  await systemBrowser.signIn('marie');
  await chooseListening(page);
  await expect(page.getByText('Marie Gérard (vous)')).toBeVisible();
});

test('whoever has an account and is no agent is told so', async ({ launch, systemBrowser }) => {
  const { page } = await launch({ env: systemBrowser.env });
  await signInButton(page).click();
  await systemBrowser.signIn('camille');
  await expectSignedIn(page, 'Camille Petit');
  await openMeeting(page);
  await expect(
    page.getByRole('heading', { name: "Votre compte ne permet pas d'ouvrir une réunion." }),
  ).toBeVisible();
});

test('the opener who signs in on the page of their meeting’s link is its moderator, and can resume it at home', async ({
  launch,
  systemBrowser,
  stack,
  provider,
}) => {
  const opened = await meetingCalls(stack.serviceUrl)('openMeeting', {}, await provider.issueToken('marie'));
  const app = await launch({ env: systemBrowser.env, link: forApp(opened.meeting.links.participant) });
  const { page } = app;
  await expect(page.getByText('Vous êtes propriétaire de cette salle')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: "S'identifier" }).click();
  await systemBrowser.signIn('marie');
  await expect(page.getByText('Vous rejoindrez la réunion avec votre nom vérifié')).toBeVisible();
  await joinAs(page, 'Marie Gérard (DNE)');
  await chooseListening(page);
  await expect(page.getByText('Marie Gérard (DNE) (vous)')).toBeVisible();
  await page.getByRole('button', { name: 'Détails de la session' }).click();
  expect(await invitation(page, 'Modérateur')).toBe(opened.meeting.links.moderator);
});

test('home offers the meeting that the agent had opened elsewhere', async ({
  launch,
  systemBrowser,
  stack,
  provider,
}) => {
  await meetingCalls(stack.serviceUrl)('openMeeting', {}, await provider.issueToken('marie'));
  const { page } = await launch({ env: systemBrowser.env });
  await signInButton(page).click();
  await systemBrowser.signIn('marie');
  await expect(
    page.getByRole('heading', { name: /^Votre réunion ouverte à .* est en cours$/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Reprendre' }).click();
  await chooseListening(page);
  await expect(page.getByText('Marie Gérard (vous)')).toBeVisible();
});

test('a provider that is down is said, and the next try succeeds', async ({
  launch,
  systemBrowser,
  provider,
}) => {
  provider.instead = (_request, response) => void response.writeHead(503).end();
  const { page } = await launch({ env: systemBrowser.env });
  await signInButton(page).click();
  const failed = page.getByRole('dialog', { name: "L'identification n'a pas abouti." });
  await expect(failed.getByText("Le service d'identification ne répond pas.")).toBeVisible();
  provider.instead = null;
  await failed.getByRole('button', { name: 'Réessayer' }).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(page, 'Marie Gérard');
});

test('an attempt that was cancelled leaves no port open, and a refusal in the browser is said', async ({
  launch,
  systemBrowser,
}) => {
  const { page } = await launch({ env: systemBrowser.env });
  await signInButton(page).click();
  const port = redirectOf(await systemBrowser.openedAddress());
  await page.getByRole('button', { name: "Annuler l'identification" }).click();
  await expect(signInButton(page)).toBeVisible();
  await expect(fetch(port)).rejects.toThrow('fetch failed');

  await signInButton(page).click();
  const address = new URL(await systemBrowser.openedAddress());
  const refusal = `error=access_denied&state=${address.searchParams.get('state')}&iss=${encodeURIComponent(address.origin)}`;
  const last = await fetch(`${redirectOf(address.href)}?${refusal}`);
  expect(await last.text()).toContain('Revenez dans Visio-Agents');
  await expect(page.getByText("Le service d'identification l'a refusée")).toBeVisible();
});

test('a stranger who finds the port changes nothing: the agent still signs in', async ({
  launch,
  systemBrowser,
}) => {
  const { page } = await launch({ env: systemBrowser.env });
  await signInButton(page).click();
  const address = await systemBrowser.openedAddress();
  const port = redirectOf(address);
  for (const query of ['', '?code=x&state=wrong', '?error=access_denied&state=wrong', '?code=x'])
    expect((await fetch(port + query)).status).toBe(404);
  const state = new URL(address).searchParams.get('state');
  expect((await fetch(`${port}?code=x&state=${state}`, { method: 'POST' })).status).toBe(404);
  await expect(page.getByRole('dialog', { name: 'Identification en cours' })).toBeVisible();
  await page.getByRole('button', { name: "Annuler l'identification" }).click();
  await signInButton(page).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(page, 'Marie Gérard');
});

test('a link to a service that names our issuer brings it no token', async ({
  launch,
  systemBrowser,
  stack,
}) => {
  const heard: string[] = [];
  const discovery = await (await fetch(`${stack.serviceUrl}/.well-known/visio-agents`)).text();
  const foreign = createServer((request, response) => {
    heard.push(`${request.url} ${JSON.stringify(request.headers)}`);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(discovery);
  }).listen(0, '127.0.0.1');
  await once(foreign, 'listening');
  const app = await launch({ env: systemBrowser.env });
  const { page } = app;
  await signInButton(page).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(page, 'Marie Gérard');
  await answerQuestions(app, 'yes');
  const { port } = foreign.address() as AddressInfo;
  await receiveLink(app, `visio-agents://127.0.0.1:${port}/r/${'a'.repeat(29)}A`);
  await expect(
    page.getByRole('heading', { name: /adresse du service de réunion est incorrecte/ }),
  ).toBeVisible();
  expect(heard).not.toEqual([]);
  expect(heard.join('\n').toLowerCase()).not.toContain('authorization');
  foreign.close();
});

/** Where the browser is to come back to. */
const redirectOf = (address: string): string => new URL(address).searchParams.get('redirect_uri') ?? '';
