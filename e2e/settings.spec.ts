import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { axeViolations } from './support/page/axe-violations.ts';
import { openMeeting } from './support/page/journey.ts';

const openSettings = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Réglages' }).click();
  await expect(page.getByRole('dialog', { name: 'Réglages' })).toBeVisible();
};

/** DSFR draws its own box over the input: what one clicks is the label. */
const tick = (page: Page, label: string): Promise<void> => page.locator('label', { hasText: label }).click();

test('what is chosen on the settings page holds at once, and at the next start', async ({
  launch,
  guard,
}) => {
  const config = await mkdtemp(path.join(tmpdir(), 'visio-config-'));
  guard.removeAtEnd(config);
  const env = { XDG_CONFIG_HOME: config };
  const autostart = path.join(config, 'autostart', 'visio-agents.desktop');
  const first = await launch({ env });
  const { page } = first;
  await openSettings(page);
  await tick(page, "Ouvrir Visio-Agents au démarrage de l'ordinateur");
  await expect.poll(() => existsSync(autostart)).toBe(true);
  expect(await readFile(autostart, 'utf8')).toContain('Exec="');
  await tick(page, 'Entrer en réunion avec le micro ouvert');
  await page.getByRole('combobox', { name: /^Langue/ }).selectOption('en');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await first.close();

  const again = await launch({ env, userData: first.userData });
  await again.page.getByRole('button', { name: 'Open a temporary meeting' }).click();
  // Not asked how to join: heard at once.
  await expect(again.page.getByRole('button', { name: 'Mute microphone' })).toBeVisible();
  await expect(again.page.getByRole('dialog')).toHaveCount(0);
});

test('what only the next start knows says so, and the address of the service comes from where it was set', async ({
  launch,
  stack,
}) => {
  const { page } = await launch();
  await openSettings(page);
  await tick(page, 'Accélération matérielle');
  await expect(page.getByText('Le changement prendra effet au prochain démarrage.')).toBeVisible();
  await expect(page.getByText(stack.serviceUrl)).toBeVisible();
  await expect(page.getByText("Réglage imposé au lancement de l'application")).toBeVisible();
  await expect(page.getByRole('button', { name: 'Changer de service' })).toHaveCount(0);
});

test('a settings file that is broken is set aside and said, and the app works with the usual values', async ({
  launch,
  guard,
}) => {
  const userData = await mkdtemp(path.join(tmpdir(), 'visio-broken-'));
  guard.removeAtEnd(userData);
  await mkdir(userData, { recursive: true });
  await writeFile(path.join(userData, 'settings.json'), '{ "language": ');
  const { page } = await launch({ userData });
  await expect(page.getByText("Vos réglages n'ont pas pu être lus")).toBeVisible();
  expect(await readFile(path.join(userData, 'settings.json.broken'), 'utf8')).toBe('{ "language": ');
  await openMeeting(page);
  await expect(page.getByRole('dialog', { name: /^Comment désirez-vous/ })).toBeVisible();
});

test.describe('where the service names a newer app', () => {
  test.use({
    serviceEnv: { VISIO_DESKTOP_VERSION: '99.1.0', VISIO_DESKTOP_URL: 'https://visio.example/app' },
  });

  test('home says so until it is closed, and not at all where the setting is off', async ({ launch }) => {
    const { page } = await launch();
    const news = page.getByText("La version 99.1.0 de l'application est disponible.");
    await expect(news).toBeVisible();
    await expect(page.getByRole('link', { name: /^La télécharger/ })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Plus tard' }).click();
    await expect(news).toHaveCount(0);
    const other = await launch();
    await expect(other.page.getByText('99.1.0')).toBeVisible();
    await openSettings(other.page);
    await other.page.getByRole('combobox', { name: /^Nouvelles versions/ }).selectOption('off');
    await other.page.getByRole('button', { name: "J'ai terminé" }).click();
    await expect(other.page.getByText('99.1.0')).toHaveCount(0);
  });
});
