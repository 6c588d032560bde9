import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './launch-app.ts';

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

/** The same invitation for the app: the scheme changes, nothing else. */
export const forApp = (address: string): string => address.replace(/^https?:/, 'visio-agents:');

/** As a second start of the app hands a link over. */
export const receiveLink = ({ electron }: RunningApp, link: string): Promise<boolean> =>
  electron.evaluate(({ app }, text) => app.emit('second-instance', {}, [], '', { links: [text] }), link);

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
