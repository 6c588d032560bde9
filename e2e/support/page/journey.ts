import { expect, type Page } from '@playwright/test';
import type { AppOptions, RunningApp } from '../app/launch-app.ts';
import { tellMain } from '../app/main-process.ts';

/** What a user does, by the names that a user reads. */
export const openMeeting = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Ouvrir une réunion temporaire' }).click();

export const chooseMicrophone = (page: Page): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: 'Microphone' }).click();

export const chooseListening = (page: Page): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: 'Écoute seule' }).click();

export async function invitation(
  page: Page,
  role: 'Modérateur' | 'Participant' = 'Participant',
): Promise<string> {
  const address = await page.getByRole('link', { name: `Lien ${role}` }).getAttribute('href');
  if (address === null) throw new Error(`« Lien ${role} » leads nowhere`);
  return address;
}

/** By whatever the page has for it: a link in the header, a button on a page that ends. */
export const goHome = (page: Page): Promise<void> =>
  page
    .getByRole('link', { name: /Accueil/ })
    .or(page.getByRole('button', { name: /accueil/i }))
    .first()
    .click();

/** The same invitation for the app: the scheme changes, nothing else. */
export const forApp = (address: string): string => address.replace(/^https?:/, 'visio-agents:');

/** As a second start of the app hands a link over. */
export const receiveLink = ({ electron }: RunningApp, link: string): Promise<void> =>
  tellMain(
    electron,
    ({ app }, text: string) => void app.emit('second-instance', {}, [], '', { links: [text] }),
    link,
  );

export async function joinAs(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Rejoindre la réunion' })).toBeVisible();
  await page.getByLabel('Votre nom').fill(name);
  await page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
}

/** Waits until the tone comes out of the speaker. */
export async function expectToHear({ sound }: RunningApp, hertz: number): Promise<void> {
  await expect
    .poll(async () => Math.abs((await sound.hear()).frequency - hertz), { timeout: 20_000 })
    .toBeLessThanOrEqual(10);
}

export async function expectSilence({ sound }: RunningApp): Promise<void> {
  await expect.poll(async () => (await sound.hear()).frequency, { timeout: 20_000 }).toBe(0);
}

/** « Quitter », and the answer to what it asks. */
export async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Quitter', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Quitter/ })
    .click();
  await expect(page.getByRole('heading', { name: /quitté/ })).toBeVisible();
}

export async function endForAll(
  page: Page,
  picture: (name: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await page.getByRole('button', { name: 'Quitter', exact: true }).click();
  await picture('leaving');
  await page.getByRole('button', { name: 'Mettre fin à la réunion pour tous' }).click();
  await picture('ending-for-all');
  await page.getByRole('dialog').getByRole('button', { name: 'Mettre fin à la réunion pour tous' }).click();
  await expect(page.getByRole('heading', { name: /terminée/ })).toBeVisible();
}

/** An agent who says 440 Hz and a guest who says 880 Hz, each hearing the other. */
export async function meetingOfTwo(
  launch: (options: AppOptions) => Promise<RunningApp>,
  options: AppOptions = {},
): Promise<{ agent: RunningApp; guest: RunningApp }> {
  const agent = await launch({ ...options, microphone: 440 });
  await openMeeting(agent.page);
  await chooseMicrophone(agent.page);
  const guest = await launch({ ...options, microphone: 880, link: forApp(await invitation(agent.page)) });
  await joinAs(guest.page, 'Marie Gérard');
  await chooseMicrophone(guest.page);
  // Both ways: one direction alone would not prove that each publishes and receives.
  await expectToHear(guest, 440);
  await expectToHear(agent, 880);
  return { agent, guest };
}

/** An agent who says 440 Hz, and a guest who only listens. */
export async function speakerAndListener(
  launch: (options: AppOptions) => Promise<RunningApp>,
): Promise<{ agent: RunningApp; guest: RunningApp }> {
  const agent = await launch({ microphone: 440 });
  await openMeeting(agent.page);
  await chooseMicrophone(agent.page);
  const guest = await launch({ microphone: null, link: forApp(await invitation(agent.page)) });
  await joinAs(guest.page, 'Marie Gérard');
  await chooseListening(guest.page);
  await expectToHear(guest, 440);
  return { agent, guest };
}
