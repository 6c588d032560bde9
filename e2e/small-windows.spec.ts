import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseMicrophone, forApp, invitation, leave, openMeeting } from './support/page/journey.ts';
import type { RunningApp } from './support/app/launch-app.ts';
import { askMain, tellMain } from './support/app/main-process.ts';
import { overflowing } from './support/page/overflowing.ts';
import { resizeTo } from './support/page/resize-to.ts';
import { unreachableControls } from './support/page/unreachable-controls.ts';
import { startWindowedDesktop } from './support/system/windowed-desktop.ts';
import { zoomTo } from './support/page/zoom-to.ts';

const windowOf = ({ electron }: RunningApp) =>
  askMain(electron, ({ BrowserWindow, screen }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    const { x, y, width, height } = window.getBounds();
    const { workArea } = screen.getDisplayMatching(window.getBounds());
    const normal = window.getNormalBounds();
    const isMaximized = window.isMaximized();
    return { x, y, right: x + width, bottom: y + height, workArea, normal, isMaximized };
  });

/** Everything of the window, with the frame that the window manager draws around it. */
async function expectWholeOnScreen(app: RunningApp): Promise<void> {
  await expect(async () => {
    const { x, y, right, bottom, workArea } = await windowOf(app);
    expect(x).toBeGreaterThanOrEqual(workArea.x);
    // Room for a title bar.
    expect(y).toBeGreaterThan(workArea.y);
    // A unit more is how Electron rounds pixels at 150 %.
    expect(right).toBeLessThanOrEqual(workArea.x + workArea.width + 1);
    expect(bottom).toBeLessThanOrEqual(workArea.y + workArea.height + 1);
  }).toPass({ timeout: 10_000 });
}

/** Whether nothing lies over each corner of what lets clicks through. */
const cornersInSight = (notice: Locator): Promise<boolean[]> =>
  notice.evaluate((element: HTMLElement) => {
    element.style.pointerEvents = 'auto';
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return [left + 12, right - 12].flatMap((x) =>
      [top + 12, bottom - 12].map((y) => element.contains(document.elementFromPoint(x, y))),
    );
  });

/** From home into a meeting and out of it, looking on each page for what cannot be got at. */
async function expectAllWithinReach(page: Page): Promise<void> {
  const check = async (what: string, within?: Locator): Promise<void> =>
    expect(async () => {
      expect(await unreachableControls(page, within), what).toEqual([]);
      expect(await overflowing(page), what).toEqual([]);
    }).toPass({ timeout: 10_000 });
  const dialog = page.getByRole('dialog');
  await expect(page.getByRole('button', { name: 'Ouvrir une réunion temporaire' })).toBeEnabled();
  await check('home');
  await page.getByRole('button', { name: "J'active mon matériel" }).click();
  await check('the page of the devices');
  await page.getByRole('button', { name: "J'ai terminé" }).click();
  await page.getByRole('button', { name: 'Réglages' }).click();
  await check('the settings');
  await page.getByRole('button', { name: "J'ai terminé" }).click();
  await openMeeting(page);
  await expect(dialog.getByRole('button', { name: 'Microphone' })).toBeVisible();
  await check('the question before joining');
  await chooseMicrophone(page);
  await expect(page.getByRole('button', { name: 'Couper le micro' })).toBeVisible();
  await check('the details', page.getByRole('complementary'));
  await check('the bar', page.getByRole('contentinfo'));
  await page.getByRole('button', { name: 'Participants', exact: true }).click();
  // It may lie over the tiles and is closed again.
  await check('the people', page.getByRole('complementary'));
  await page.getByRole('button', { name: 'Participants', exact: true }).click();
  await page.getByRole('button', { name: 'Choisir le micro et les haut-parleurs' }).click();
  const menu = page.getByRole('group', { name: 'Choisir le micro et les haut-parleurs' });
  await expect(menu.getByRole('radio').first()).toBeVisible();
  await check('the menu of devices', menu);
  await page.getByRole('radio').last().click();
  await page.keyboard.press('Escape');
  await check('the meeting');
  await page.getByRole('button', { name: 'Quitter', exact: true }).click();
  await check('the question before leaving');
  await page.keyboard.press('Escape');
}

test('@long on a screen of 1366 × 768 at 150 % the whole window is on it, and everything in it within reach', async ({
  launch,
  guard,
}) => {
  const { env } = await startWindowedDesktop(guard, '1366x768');
  const app = await launch({ microphone: 440, env, switches: ['--force-device-scale-factor=1.5'] });
  await expectWholeOnScreen(app);
  await expectAllWithinReach(app.page);
});

test('@long at 800 × 600 the whole of home is in sight, in both languages', async ({ launch }) => {
  const app = await launch({ microphone: null });
  const { page } = app;
  await resizeTo(app, 800, 600);
  await expect.poll(() => page.evaluate(() => innerHeight)).toBe(600);
  for (const [language, terms] of [
    ['fr', "Conditions générales d'utilisation"],
    ['en', 'Terms of use'],
  ] as const) {
    await page.getByRole('button', { name: language, exact: true }).click();
    await expect(page.getByRole('link', { name: terms })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollHeight), language).toBe(600);
  }
});

test('@long a notice is in sight whole where the side panel lies over the tiles', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await openMeeting(page);
  await chooseMicrophone(page);
  await page.getByRole('button', { name: 'Couper le micro' }).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  const notice = page.getByText('Micro activé. Appuyez de nouveau sur Espace');
  for (const zoom of [1.375, 2]) {
    await zoomTo(app, zoom);
    await page.getByRole('heading', { name: 'Réunion improvisée' }).first().click();
    await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    await expect(notice).toBeVisible();
    expect(await cornersInSight(notice), `at ${zoom}`).toEqual([true, true, true, true]);
    await page.keyboard.press('Space');
    await expect(notice).toBeHidden();
  }
});

test('@long at 200 % in a window of 1100 × 750 everything is within reach', async ({ launch }) => {
  const app = await launch({ microphone: 440 });
  await zoomTo(app, 2);
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(550);
  await expectAllWithinReach(app.page);
});

test('@long at 400 % in a window of 1100 × 750 everything is within reach', async ({ launch }) => {
  const app = await launch({ microphone: 440 });
  await zoomTo(app, 4);
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(275);
  await expectAllWithinReach(app.page);
  await app.page.getByRole('button', { name: 'Détails de la session' }).click();
  const link = forApp(await invitation(app.page));
  await leave(app.page);
  await expect(async () => expect(await unreachableControls(app.page)).toEqual([])).toPass();

  const guest = await launch({ microphone: null, link });
  await zoomTo(guest, 4);
  await expect(guest.page.getByLabel('Votre nom')).toBeVisible();
  expect(await unreachableControls(guest.page)).toEqual([]);
});

test('@long a window that was kept on a larger screen is cut to this one, also when it is no longer maximised', async ({
  launch,
  guard,
}) => {
  const { env } = await startWindowedDesktop(guard, '1366x768');
  const userData = await mkdtemp(path.join(tmpdir(), 'visio-kept-'));
  guard.removeAtEnd(userData);
  const kept = { x: -300, y: 40, width: 2560, height: 1400, maximized: true };
  await writeFile(path.join(userData, 'window.json'), JSON.stringify(kept));
  const app = await launch({ microphone: null, userData, env });
  await expect.poll(async () => (await windowOf(app)).isMaximized).toBe(true);
  // What the window manager is asked for afterwards; some cut it by themselves.
  const { normal, workArea } = await windowOf(app);
  expect(normal.width).toBeLessThanOrEqual(workArea.width);
  expect(normal.height).toBeLessThan(workArea.height);
  await tellMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.unmaximize());
  await expect.poll(async () => (await windowOf(app)).isMaximized).toBe(false);
  await expectWholeOnScreen(app);
});

test('@long the first window is whole on a screen that its usual size just fills', async ({
  launch,
  guard,
}) => {
  const { env } = await startWindowedDesktop(guard, '1366x768');
  await expectWholeOnScreen(await launch({ microphone: null, env }));
});

test('@long a window that is open while its screen gets smaller is cut to it', async ({ launch, guard }) => {
  const desktop = await startWindowedDesktop(guard, '1920x1200');
  const app = await launch({ microphone: null, env: desktop.env });
  await expectWholeOnScreen(app);
  await desktop.shrinkWorkArea(1000, 640);
  await expect
    .poll(async () => (await windowOf(app)).workArea)
    .toEqual({ x: 0, y: 0, width: 1000, height: 640 });
  await expectWholeOnScreen(app);
});
