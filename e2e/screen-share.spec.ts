import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { clickThatCloses, keyThatCloses } from './support/app/click-that-closes.ts';
import type { AppOptions, RunningApp } from './support/app/launch-app.ts';
import { askMain, tellMain } from './support/app/main-process.ts';
import { watchShare, type ShareWatcher } from './support/media/watch-share.ts';
import { axeViolations } from './support/page/axe-violations.ts';
import { chooseListening, forApp, invitation, openMeeting } from './support/page/journey.ts';
import { ownWindow } from './support/page/own-window.ts';
import { startWindowedDesktop } from './support/system/windowed-desktop.ts';

const shareButton = (page: Page) => page.getByRole('button', { name: "Partager l'écran" });
const stopButton = (page: Page) => page.getByRole('button', { name: 'Arrêter le partage' });

/** Opens the picker, chooses what bears this name, and shares it. */
async function share(app: RunningApp, tab: 'Écran entier' | 'Fenêtre', name: string): Promise<void> {
  await shareButton(app.page).click();
  const picker = await ownWindow(app.electron, 'screen-picker');
  await picker.getByRole('tab', { name: tab }).click();
  await picker.getByRole('radio', { name }).check();
  await clickThatCloses(picker.getByRole('button', { name: 'Partager' }));
  await expect(stopButton(app.page)).toBeVisible();
}

/** An agent alone in a meeting, and somebody who watches what they share. */
async function watchedAgent(
  launch: (options: AppOptions) => Promise<RunningApp>,
  serviceUrl: string,
  options: AppOptions,
): Promise<{ app: RunningApp; watcher: ShareWatcher }> {
  const app = await launch({ microphone: null, ...options });
  await openMeeting(app.page);
  await chooseListening(app.page);
  const watcher = await watchShare(serviceUrl, forApp(await invitation(app.page)));
  return { app, watcher };
}

const nothingIsShared = (watcher: ShareWatcher) => expect.poll(watcher.frame, { timeout: 10_000 }).toBeNull();

test('@long a whole screen reaches the others as it is, and is stopped by the banner, and by the bar on top', async ({
  launch,
  stack,
  guard,
}) => {
  const desktop = await startWindowedDesktop(guard, '1366x768');
  const { app, watcher } = await watchedAgent(launch, stack.serviceUrl, { env: { ...desktop.env } });
  const { page, electron } = app;
  await share(app, 'Écran entier', 'Écran entier');
  await expect.poll(watcher.frame).toMatchObject({ width: 1366, height: 768 });
  expect(watcher.frame()?.contrast).toBeGreaterThan(100);
  await expect(page.getByText('Vous partagez votre écran.')).toBeVisible();
  await page.getByRole('button', { name: 'Arrêter', exact: true }).click();
  await nothingIsShared(watcher);
  await expect(shareButton(page)).toBeVisible();

  await share(app, 'Écran entier', 'Écran entier');
  await expect.poll(watcher.frame).not.toBeNull();
  await tellMain(electron, ({ BrowserWindow }) => BrowserWindow.fromId(1)?.minimize());
  const bar = await ownWindow(electron, 'sharing-bar');
  await expect(bar.getByRole('button', { name: 'Arrêter le partage' })).toBeVisible();
  const shown = () =>
    askMain(electron, ({ BrowserWindow }) => {
      const found = BrowserWindow.getAllWindows().find(({ id }) => id !== 1);
      return {
        size: found?.getContentSize(),
        isOnTop: found?.isAlwaysOnTop(),
        isVisible: found?.isVisible(),
      };
    });
  await expect.poll(shown).toEqual({ size: [240, 40], isOnTop: true, isVisible: true });
  expect(await axeViolations(bar), 'bar').toEqual([]);
  // It says so while the window is away, and comes back to it.
  await bar.getByRole('button', { name: /revenir à la réunion/ }).click();
  await expect.poll(async () => (await shown()).isVisible).toBe(false);
  await tellMain(electron, ({ BrowserWindow }) => BrowserWindow.fromId(1)?.minimize());
  await expect.poll(async () => (await shown()).isVisible).toBe(true);
  await clickThatCloses(bar.getByRole('button', { name: 'Arrêter le partage' }));
  await nothingIsShared(watcher);
  await watcher.leave();
});

test('@long another program’s window is offered and ends its share when it is closed; the app’s own is not offered', async ({
  launch,
  stack,
  guard,
}) => {
  const desktop = await startWindowedDesktop(guard, '1366x768');
  const { app, watcher } = await watchedAgent(launch, stack.serviceUrl, { env: { ...desktop.env } });
  await shareButton(app.page).click();
  const picker = await ownWindow(app.electron, 'screen-picker');
  await expect(picker.getByRole('tab', { name: 'Écran entier', selected: true })).toBeFocused();
  await expect(picker.getByRole('button', { name: 'Partager' })).toBeDisabled();
  expect(await axeViolations(picker), 'screens').toEqual([]);
  await picker.keyboard.press('ArrowRight');
  await expect(picker.getByText(/^Aucune autre fenêtre n'est ouverte/)).toBeVisible();
  // What opens meanwhile appears.
  const other = await launch({ microphone: null, env: { ...desktop.env } });
  await expect(picker.getByRole('radio')).toHaveCount(1);
  expect(await axeViolations(picker), 'windows').toEqual([]);
  await picker.keyboard.press('Tab');
  await picker.keyboard.press('Space');
  await keyThatCloses(picker, 'Enter');
  await expect.poll(watcher.frame).not.toBeNull();
  expect(watcher.frame()?.width).toBeLessThan(1200);
  await other.close();
  await nothingIsShared(watcher);
  await expect(shareButton(app.page)).toBeVisible();
  await watcher.leave();
});

test('@long whoever cancels, or leaves the meeting meanwhile, shares nothing', async ({ launch }) => {
  const app = await launch({ microphone: null });
  await openMeeting(app.page);
  await chooseListening(app.page);
  await shareButton(app.page).click();
  const first = await ownWindow(app.electron, 'screen-picker');
  await expect(first.getByRole('tab', { selected: true })).toBeFocused();
  await keyThatCloses(first, 'Escape');
  await expect(shareButton(app.page)).toHaveAttribute('aria-busy', 'false');
  await shareButton(app.page).click();
  const second = await ownWindow(app.electron, 'screen-picker', first);
  const gone = second.waitForEvent('close');
  await app.page.getByRole('button', { name: 'Quitter', exact: true }).click();
  await app.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Quitter/ })
    .click();
  await gone;
});
