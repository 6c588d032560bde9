import { expect, test } from './fixtures.ts';
import { chooseListening, forApp, invitation, leave, openMeeting } from './support/page/journey.ts';
import { axeViolations } from './support/page/axe-violations.ts';
import { resizeTo } from './support/page/resize-to.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page has a fault that axe finds, ${colorScheme}`, async ({ launch }) => {
    const app = await launch({ microphone: null });
    const { page } = app;
    await page.emulateMedia({ colorScheme });
    await expect(page.getByRole('button', { name: 'Ouvrir une réunion temporaire' })).toBeVisible();
    expect(await axeViolations(page), 'home').toEqual([]);

    await page.getByRole('button', { name: "J'active mon matériel" }).click();
    await expect(page.getByText(/Aucun micro/).first()).toBeVisible();
    expect(await axeViolations(page), 'devices, with troubles').toEqual([]);
    await page.getByRole('button', { name: 'Vérifier le réseau' }).click();
    await expect(page.getByRole('button', { name: 'Vérifier de nouveau' })).toBeVisible({ timeout: 20_000 });
    expect(await axeViolations(page), 'devices, with the network checked').toEqual([]);
    await page.getByRole('button', { name: 'Préparer le rapport' }).click();
    await expect(page.getByRole('region', { name: "Texte du rapport pour l'assistance" })).toBeFocused();
    expect(await axeViolations(page), 'report').toEqual([]);
    await page.getByRole('button', { name: "J'ai terminé" }).click();

    await page.getByRole('button', { name: 'Réglages' }).click();
    await expect(page.getByRole('dialog', { name: 'Réglages' })).toBeVisible();
    expect(await axeViolations(page), 'settings').toEqual([]);
    await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
    await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toBeVisible();
    expect(await axeViolations(page), 'shortcuts').toEqual([]);
    await page.getByRole('button', { name: 'Fermer' }).click();
    // Back to where they were opened.
    await page
      .getByRole('dialog', { name: 'Réglages' })
      .getByRole('button', { name: "J'ai terminé" })
      .click();

    await openMeeting(page);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await axeViolations(page), 'how to join').toEqual([]);
    await chooseListening(page);
    await expect(page.getByText("Il n'y a que vous dans la réunion.")).toBeVisible();
    expect(await axeViolations(page), 'alone, with details').toEqual([]);
    const link = forApp(await invitation(page));
    await page.getByRole('button', { name: 'Participants', exact: true }).click();
    // As wide as it takes for the buttons to show their names.
    await resizeTo(app, 1280, 800);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1280);
    await page.getByRole('button', { name: 'Quitter', exact: true }).hover();
    expect(await axeViolations(page), 'people, with the pointer on the way out').toEqual([]);
    await leave(page);
    expect(await axeViolations(page), 'left').toEqual([]);

    const guest = await launch({ link });
    await guest.page.emulateMedia({ colorScheme });
    await expect(guest.page.getByLabel('Votre nom')).toBeVisible();
    expect(await axeViolations(guest.page), 'join').toEqual([]);
    await guest.page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
    expect(await axeViolations(guest.page), 'join, without a name').toEqual([]);

    const newcomer = await launch({ env: { VISIO_SERVER_URL: '' } });
    await newcomer.page.emulateMedia({ colorScheme });
    await newcomer.page.getByRole('button', { name: 'Utiliser ce service' }).click();
    await expect(newcomer.page.getByText("Ce texte n'est pas l'adresse d'un service.")).toBeVisible();
    expect(await axeViolations(newcomer.page), 'first start, without an address').toEqual([]);
  });
}

test('at 800 × 600 the address of a link out of the app is told, and lies never over what has the focus', async ({
  launch,
}) => {
  const app = await launch({ microphone: null });
  const { page } = app;
  await resizeTo(app, 800, 600);
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([800, 600]);
  await expect(page.getByRole('link', { name: 'data.gouv.fr' })).toBeVisible();
  // The pointer rests on another such link meanwhile.
  await page.getByRole('link', { name: 'Lien vers la documentation' }).hover();
  const told: string[] = [];
  for (let isBack = false; !isBack;) {
    await page.keyboard.press('Tab');
    const { name, isOutside, addresses, covered } = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const own = focused.getBoundingClientRect();
      const shown = [...document.querySelectorAll<HTMLElement>('.outside-link__address')].filter(
        (address) => address.getClientRects().length > 0,
      );
      // Between the last control and the first nothing has the focus.
      const lieOver = shown.filter((address) => {
        if (focused === document.body) return false;
        const { top, right, bottom, left } = address.getBoundingClientRect();
        return top < own.bottom && bottom > own.top && left < own.right && right > own.left;
      });
      const isInside = ({ top, right, bottom, left }: DOMRect): boolean =>
        top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      return {
        name: focused.innerText,
        isOutside: focused.matches('.outside-link'),
        addresses: shown.filter((address) => isInside(address.getBoundingClientRect())).length,
        covered: lieOver.length,
      };
    });
    isBack = told.includes(name);
    expect(covered, name).toBe(0);
    if (!isOutside) continue;
    expect(addresses, name).toBe(1);
    told.push(name);
  }
  expect(told.length).toBeGreaterThan(6);
});
