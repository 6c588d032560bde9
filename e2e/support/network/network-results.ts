import type { Locator, Page } from '@playwright/test';

/** « Réseau », on the page « J'active mon matériel ». */
export const networkSection = (page: Page): Locator => page.getByRole('region', { name: 'Réseau' });

/** From home, or a meeting's menu of devices. */
export async function startNetworkCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: "J'active mon matériel" }).first().click();
  await networkSection(page).getByRole('button', { name: 'Vérifier le réseau' }).click();
}

/** Checks the network, and answers what the page says of each way by the name that it has there. */
export async function checkNetwork(page: Page): Promise<Readonly<Record<string, string>>> {
  await startNetworkCheck(page);
  const section = networkSection(page);
  await section.getByRole('button', { name: 'Vérifier de nouveau' }).waitFor({ timeout: 50_000 });
  const rows = await section
    .getByRole('list', { name: 'Résultats de la vérification' })
    .getByRole('listitem')
    .all();
  return Object.fromEntries(
    await Promise.all(
      rows.map(async (row): Promise<[string, string]> => {
        const parts = await row.locator('span').allInnerTexts();
        return [parts[0] ?? '', parts[1] ?? ''];
      }),
    ),
  );
}
