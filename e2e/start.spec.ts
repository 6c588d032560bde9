import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { askMain, tellMain } from './support/app/main-process.ts';

/** What Chromium saw move by itself, as its score (0: nothing). */
const shifted = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const shifts = new PerformanceObserver((list) =>
          resolve(list.getEntries().reduce((sum, entry) => sum + (entry as LayoutShift).value, 0)),
        );
        shifts.observe({ type: 'layout-shift', buffered: true });
        // Entries of the past come before the next frame but one; without any nothing comes.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );
type LayoutShift = PerformanceEntry & { readonly value: number };

test('nothing on the home page moves while it comes, at the first start and at later ones', async ({
  launch,
}) => {
  const first = await launch();
  await expect(first.page.getByText('Service proposé par la DNE')).toBeVisible();
  await expect(first.page.getByText('MicroUSB')).toBeVisible();
  expect(await shifted(first.page)).toBe(0);
  await first.close();
  const again = await launch({ userData: first.userData });
  await expect(again.page.getByText('MicroUSB')).toBeVisible();
  expect(await shifted(again.page)).toBe(0);
});

test('the window comes back where it was and as large as it was, in the colour of its page', async ({
  launch,
}) => {
  const wanted = { x: 120, y: 80, width: 900, height: 640 };
  const first = await launch();
  await expect(first.page.getByRole('heading', { name: 'Bonjour' })).toBeVisible();
  await tellMain(
    first.electron,
    ({ BrowserWindow }, bounds: typeof wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    wanted,
  );
  await first.close();
  const again = await launch({ userData: first.userData });
  const found = await askMain(again.electron, ({ BrowserWindow, nativeTheme }) => {
    const [window] = BrowserWindow.getAllWindows();
    return {
      bounds: window?.getBounds(),
      colour: window?.getBackgroundColor(),
      dark: nativeTheme.shouldUseDarkColors,
    };
  });
  expect(found.bounds).toEqual(wanted);
  expect(found.colour?.toLowerCase()).toBe(found.dark ? '#161616' : '#ffffff');
});
