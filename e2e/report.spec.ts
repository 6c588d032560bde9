import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { hostname, tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { test as plain } from './fixtures.ts';
import { expect, expectSignedIn, signInButton, test as base } from './sign-in/fixtures.ts';
import { overhear } from './sign-in/record-secrets.ts';
import {
  chooseListening,
  chooseMicrophone,
  forApp,
  invitation,
  joinAs,
  openMeeting,
} from './support/page/journey.ts';
import type { RunningApp } from './support/app/launch-app.ts';
import { askMain } from './support/app/main-process.ts';
import { answerSaveDialog } from './support/app/dialogs.ts';
import { startRecordingProxy, type RecordingProxy } from './support/network/recording-proxy.ts';

const helpDesk = 'assistance@canari.example';

const test = base.extend<{ readonly office: RecordingProxy }>({
  serviceEnv: async ({ provider }, provide) =>
    provide((serviceUrl) => ({
      ...provider.environment(serviceUrl),
      VISIO_HELP_DESK_NAME: 'Assistance de Canari',
      VISIO_HELP_DESK_EMAIL: helpDesk,
    })),
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants one
  office: async ({}, provide) => {
    const proxy = await startRecordingProxy();
    await provide(proxy);
    proxy.close();
  },
});

/** What stands in the user's own file where a setting is expected comes into the log, letter for letter. */
const planted = {
  link: 'https://canari.example/r/kJ3xV-9bQm_7TzWc2LpRf8HsYd0aNA',
  'app link': 'visio-agents://canari.example/r/kJ3xV-9bQm_7TzWc2LpRf8HsYd0aNA',
  code: 'kJ3xV-9bQm_7TzWc2LpRf8HsYd0aNA',
  token: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcmkifQ.c2lnbmF0dXJlLWNhbmFyaQ',
  PIN: '417 293 8056',
  'PIN in one': '4172938056',
  telephone: '+33 1 98 76 54 32',
  address: '203.0.113.77',
  IPv6: '2001:db8:77::7',
  host: 'serveur.canari.example',
  mail: 'zebuline@canari.example',
  file: '/home/zcanari/Bureau/liste.txt',
  people: `MARIEGERARD (${userInfo().username}) ${hostname()}`,
};

const openReport = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Préparer le rapport' }).click();
  const report = page.getByRole('region', { name: "Texte du rapport pour l'assistance" });
  await expect(report).toBeFocused();
  return report;
};

const openDevices = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Choisir le micro et les haut-parleurs' }).click();
  await page.getByRole('button', { name: "J'active mon matériel" }).click();
};

const clipboardOf = ({ electron }: RunningApp): Promise<string> =>
  askMain(electron, ({ clipboard }) => clipboard.readText());

test('a report from a meeting says what is wrong, and neither where nor who nor how one gets in', async ({
  launch,
  systemBrowser,
  provider,
  office,
  stack,
}) => {
  const secrets = overhear(provider);
  const userData = path.join(await mkdtemp(path.join(tmpdir(), 'visio-report-')), 'user-data');
  await mkdir(userData);
  await writeFile(
    path.join(userData, 'settings.json'),
    JSON.stringify(Object.fromEntries(Object.values(planted).map((canary) => [canary, 1]))),
  );
  const proxyAddress = office.address.replace('127.0.0.1', 'proxy-canari.localhost');
  const agent = await launch({
    userData,
    env: systemBrowser.env,
    switches: [`--proxy-server=${proxyAddress}`, '--proxy-bypass-list=<-loopback>'],
  });
  const { page } = agent;
  // Not « AirPods de Marie »: of those Chromium itself tells the product only.
  await agent.sound.addMicrophone('Jabra Evolve de Marie Gérard', 880);
  await agent.sound.addMicrophone('Micro MarieGerard', null);
  await agent.sound.addMicrophone('Casque de Paul 06 12 34 56 78', null);
  await signInButton(page).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(page, 'Marie Gérard');
  await openMeeting(page);
  await chooseMicrophone(page);
  await expect(page.getByRole('button', { name: 'Couper le micro' })).toBeVisible();
  const links = [await invitation(page), await invitation(page, 'Modérateur')];
  const reference = /Référence\s*:\s*([A-Z0-9-]+)/.exec(
    (await page.getByText(/Référence/).textContent()) ?? '',
  )?.[1];
  const guest = await launch({ microphone: null, link: forApp(links[0] ?? '') });
  await joinAs(guest.page, 'Zébuline Canari');
  await chooseListening(guest.page);
  await expect(page.getByText('Zébuline Canari').first()).toBeVisible();

  // As livekit-client does, were it to quote what it should not.
  await page.evaluate(
    (text) => console.warn(`livekit warn: ping timeout ${text}`),
    `${planted.link} ${planted.PIN} Marie Gérard`,
  );
  await openDevices(page);
  await expect(page.getByText('Votre microphone fonctionne.')).toBeAttached();
  await page.getByRole('button', { name: 'Vérifier le réseau' }).click();
  await expect(page.getByRole('button', { name: 'Vérifier de nouveau' })).toBeVisible({ timeout: 40_000 });
  const report = await openReport(page);
  const text = await report.innerText();

  const admission = (await page.evaluate("window.visio.call('meeting:current')")) as {
    value: { admission: { livekitToken: string; livekitUrl: string; participant: { identity: string } } };
  };
  const { livekitToken, livekitUrl, participant } = admission.value.admission;
  const canaries = new Map<string, string>([
    ...Object.entries(planted),
    ...secrets,
    ...links.map((link, rank): [string, string] => [`link ${rank}`, link]),
    ...links.map((link, rank): [string, string] => [`code ${rank}`, link.split('/').at(-1) ?? '']),
    ['LiveKit’s token', livekitToken],
    ['identity', participant.identity],
    ['host of the service', new URL(stack.serviceUrl).host],
    ['host of LiveKit', new URL(livekitUrl).host],
    ['loopback', '127.0.0.1'],
    ['proxy', 'proxy-canari'],
    ['port of the proxy', new URL(office.address).port],
    ['help desk', helpDesk],
    ['first name', 'Marie'],
    ['name', 'Gérard'],
    ['name without its accent', 'Gerard'],
    ['first name of the guest', 'Zébuline'],
    ['name of the guest', 'Canari'],
    ['domain', 'canari'],
    ['name on a headset', 'Paul'],
    ['telephone on a headset', '06 12 34 56 78'],
    ['account', userInfo().username],
    ['computer', hostname()],
    ['folder', userData],
  ]);
  const told = ([, canary]: [string, string]): boolean => text.toLowerCase().includes(canary.toLowerCase());
  expect([...canaries].filter(told).map(([name]) => name)).toEqual([]);
  // And nothing else of their kind.
  expect(text).not.toMatch(/eyJ|:\/\/|@|[\w-]{28}|\b\d{1,3}(?:\.\d{1,3}){3}\b|\d{8}/);

  // What helps is there.
  expect(text).toContain(`Visio-Agents ${await askMain(agent.electron, ({ app }) => app.getVersion())}`);
  expect(text).toContain(`Electron ${await askMain(agent.electron, () => process.versions.electron ?? '')}`);
  expect(reference).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/);
  expect(text).toContain(`Référence de la réunion\u00a0: ${reference}`);
  expect(text).toContain("Serveur d'accès (proxy)\u00a0: PROXY");
  expect(text).toContain('Identification\u00a0: faite [signed-in, keychain-missing]');
  expect(text).toContain('- MicroUSB');
  expect(text).toContain('- Jabra Evolve de …');
  expect(text).toMatch(/ \d\d:\d\d:\d\d Microphone\u00a0: fonctionne \[working\]/);
  expect(text).toMatch(/ \d\d:\d\d:\d\d Caméra\u00a0: aucun appareil \[no-device, NotFoundError\]/);
  expect(text).toMatch(/ \d\d:\d\d:\d\d Service de réunion\u00a0: .+, \d+ ms \[service, ok\]/);
  expect(text).toMatch(/, \d+ ms \[websocket, ok\]\n.+, \d+ ms \[udp, udp\]/);
  expect(text).toContain('! user, …\u00a0: unknown-setting');
  expect(text).toMatch(/ \d\d:\d\d:\d\d info meeting:open: done in \d+ ms/);
  expect(text).toMatch(/ \d\d:\d\d:\d\d info sign-in:state: signed-in/);
  expect(text).toContain('warn page: livekit warn: ping timeout …\n');
  expect(text).toMatch(/ \d\d:\d\d:\d\d warn user: …: unknown-setting/);

  await page.getByRole('button', { name: 'Copier le rapport' }).click();
  await expect(page.getByText('Le rapport est copié.')).toBeVisible();
  const shown = await clipboardOf(agent);
  expect(shown.trim().split('\n')).toEqual(text.trim().split('\n'));

  await answerSaveDialog(agent, null);
  await page.getByRole('button', { name: 'Enregistrer le rapport' }).click();
  await expect(page.getByText("Le rapport n'a pas été enregistré.")).toBeVisible();
  const file = path.join(userData, 'rapport.txt');
  await answerSaveDialog(agent, '/proc/none/rapport.txt');
  await page.getByRole('button', { name: 'Enregistrer le rapport' }).click();
  await expect(page.getByText(/Choisissez un autre dossier/)).toBeVisible();
  await answerSaveDialog(agent, file);
  await page.getByRole('button', { name: 'Enregistrer le rapport' }).click();
  await expect(page.getByText('Le rapport est enregistré.')).toBeVisible();
  expect(await readFile(file, 'utf8')).toBe(shown);

  await agent.electron.evaluate(({ clipboard }) => clipboard.writeText(''));
  await page.getByRole('button', { name: "Écrire à l'assistance" }).click();
  const mail = await systemBrowser.openedAddress();
  expect(mail).toContain(`mailto:${helpDesk}?subject=`);
  expect(decodeURIComponent(mail)).not.toContain(reference);
  await expect(page.getByText(/Un courriel est ouvert/)).toBeVisible();
  expect(await clipboardOf(agent)).toBe(shown);

  // What could not be saved is in the next report, without the path.
  await page.getByRole('button', { name: 'Refaire le rapport' }).click();
  await expect(report).toContainText('error the report could not be saved');
  await expect(report).not.toContainText('user-data');
});

plain(
  'where nobody is to be written to the report is read and scrolled by keyboard, copied or saved',
  async ({ launch }) => {
    const { page } = await launch({ microphone: null });
    await page.clock.install();
    await page.getByRole('button', { name: "J'active mon matériel" }).click();
    await expect(page.getByText(/Aucun micro/).first()).toBeVisible();
    await page.clock.fastForward(61_000);
    // Whoever could not mend it in a minute is led there.
    await page.getByRole('button', { name: "Envoyer un rapport à l'assistance" }).first().click();
    await expect(page.getByRole('button', { name: 'Préparer le rapport' })).toBeFocused();
    const report = await openReport(page);
    await expect(report).toContainText('aucune réunion en cours');
    await expect(report).toContainText(/Microphone\s: aucun appareil/);
    await page.keyboard.press('End');
    await expect.poll(() => report.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Copier le rapport' })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Enregistrer le rapport' })).toBeVisible();
    await expect(page.getByRole('button', { name: "Écrire à l'assistance" })).toHaveCount(0);
  },
);
