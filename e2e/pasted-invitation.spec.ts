import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseListening, invitation, leave, openMeeting } from './support/page/journey.ts';
import type { RunningApp } from './support/app/launch-app.ts';
import { askMain, tellMain } from './support/app/main-process.ts';
import { overflowing } from './support/page/overflowing.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Rejoindre avec un lien' });
const joinPage = (page: Page) => page.getByRole('heading', { name: 'Rejoindre la réunion' });
const goHome = (page: Page) => page.getByRole('button', { name: "Retour à l'accueil" }).click();

/** By the clipboard and the keyboard, as people do: `fill` would not show what a field makes of line breaks. */
async function paste({ electron, page }: RunningApp, text: string): Promise<void> {
  await tellMain(electron, ({ clipboard }, copied) => void clipboard.writeText(copied), text);
  await field(page).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
}

/** Electron 33 and 45 write HTML to the clipboard by different calls, so here the page gets what Chromium would give it. */
const pasteHtml = (page: Page, data: { text: string; html: string }): Promise<void> =>
  field(page).evaluate((area, { text, html }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    clipboardData.setData('text/html', html);
    (area as HTMLTextAreaElement).select();
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);

test('@long what people paste leads to the meeting, or to a sentence that says what is missing', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await openMeeting(page);
  await chooseListening(page);
  const [moderator, participant] = [await invitation(page, 'Modérateur'), await invitation(page)];
  await page.getByRole('button', { name: "Copier l'invitation" }).click();
  const copied = () => askMain(app.electron, ({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain(participant);
  const text = await copied();
  expect(text.split('\n').length).toBeGreaterThan(5);
  await leave(page);
  await goHome(page);

  await paste(app, text);
  await expect(field(page)).toHaveValue(text);
  await page.keyboard.press('Enter');
  await expect(joinPage(page)).toBeVisible();
  await goHome(page);

  await pasteHtml(page, { text: 'Rejoindre', html: `<p>Bonjour,</p><a href="${participant}">Rejoindre</a>` });
  await expect(field(page)).toHaveValue(participant);

  await paste(app, participant.slice(0, -4));
  await page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
  await expect(page.getByText('Le lien ou le code est incomplet')).toBeVisible();

  await paste(app, `Lien Modérateur : ${moderator}\nLien Participant : ${participant}`);
  await page.keyboard.press('Enter');
  const choice = page.getByRole('group', { name: 'Ce texte contient 2 liens différents.' });
  await expect(choice.getByRole('button')).toHaveCount(2);
  await expect(joinPage(page)).toHaveCount(0);
  await expect(choice).toBeFocused();
  // The same text once more: the question is where the focus is, again.
  await field(page).focus();
  await page.keyboard.press('Enter');
  await expect(choice).toBeFocused();
  expect(await overflowing(page)).toEqual([]);
  await choice.getByRole('button', { name: 'Lien Participant' }).click();
  await expect(joinPage(page)).toBeVisible();
});

test('of more links than anybody chooses from the field says what to do, and keeps the focus', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  const links = [1, 2, 3, 4, 5].map((n) => `https://visio.example/r/${'x'.repeat(28)}${n}A`);
  await paste(app, links.join('\n'));
  await page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page)).toHaveAccessibleDescription(
    /Ce texte contient 5\sliens différents\. Collez seulement celui que vous voulez ouvrir\./,
  );
  await expect(page.getByRole('group', { name: /liens/ })).toHaveCount(0);

  await paste(app, links.slice(0, 4).join('\n'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: /4\sliens/ })).toBeFocused();
});
