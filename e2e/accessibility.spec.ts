import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseListening, forApp, invitation, leave, openMeeting } from './support/journey.ts';

/** What axe objects to, as `rule: element` lines. Legacy mode: the other one opens a page, which this app refuses. */
async function objections(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page has a fault that axe finds, ${colorScheme}`, async ({ launch }) => {
    const { page } = await launch({ microphone: null });
    await page.emulateMedia({ colorScheme });
    await expect(page.getByRole('button', { name: 'Ouvrir une réunion temporaire' })).toBeVisible();
    expect(await objections(page), 'home').toEqual([]);

    await page.getByRole('button', { name: "J'active mon matériel" }).click();
    await expect(page.getByText(/Aucun micro/).first()).toBeVisible();
    expect(await objections(page), 'devices, with troubles').toEqual([]);
    await page.getByRole('button', { name: "J'ai terminé" }).click();

    await openMeeting(page);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await objections(page), 'how to join').toEqual([]);
    await chooseListening(page);
    await expect(page.getByText("Il n'y a que vous dans la réunion.")).toBeVisible();
    expect(await objections(page), 'alone, with details').toEqual([]);
    const link = forApp(await invitation(page));
    await page.getByRole('button', { name: 'Participants', exact: true }).click();
    expect(await objections(page), 'people').toEqual([]);
    await leave(page);
    expect(await objections(page), 'left').toEqual([]);

    const guest = await launch({ link });
    await guest.page.emulateMedia({ colorScheme });
    await expect(guest.page.getByLabel('Votre nom')).toBeVisible();
    expect(await objections(guest.page), 'join').toEqual([]);
    await guest.page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
    expect(await objections(guest.page), 'join, without a name').toEqual([]);
  });
}
