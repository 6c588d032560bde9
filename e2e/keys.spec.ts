import type { RunningApp } from './support/app/launch-app.ts';
import { expect, test } from './fixtures.ts';
import { chooseMicrophone, openMeeting } from './support/page/journey.ts';
import { askMain, tellMain } from './support/app/main-process.ts';
import { places, startWindowedDesktop } from './support/system/windowed-desktop.ts';

const zoomOf = ({ electron }: RunningApp): Promise<number> =>
  askMain(electron, ({ BrowserWindow }) =>
    Math.round((BrowserWindow.getAllWindows()[0]?.webContents.zoomFactor ?? 0) * 100),
  );
const isFullScreen = ({ electron }: RunningApp): Promise<boolean> =>
  askMain(electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen() ?? false);
/** In front, as it is for who types into it. */
async function comeToFront(app: RunningApp): Promise<void> {
  await tellMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  await expect
    .poll(() => askMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused()))
    .toBe(true);
}

test('@long the page is made larger and smaller by keys, keypad and wheel, and is as large after a restart', async ({
  launch,
  guard,
}) => {
  const desktop = await startWindowedDesktop(guard, '1366x768');
  const app = await launch({ microphone: null, env: { ...desktop.env } });
  await expect(app.page.getByRole('heading', { name: 'Bonjour' })).toBeVisible();
  await comeToFront(app);
  const expectZoom = (percent: number): Promise<void> => expect.poll(() => zoomOf(app)).toBe(percent);

  await desktop.press(`ctrl+${places.equal}`);
  await expectZoom(110);
  await desktop.press(`ctrl+shift+${places.equal}`);
  await expectZoom(125);
  await desktop.press('ctrl+KP_Add');
  await expectZoom(150);
  await desktop.press(`ctrl+${places.minus}`);
  await expectZoom(125);
  await desktop.press('ctrl+KP_Subtract');
  await expectZoom(110);
  // On a French keyboard « 0 » takes Shift, and nobody presses it.
  await desktop.useLayout('fr');
  await desktop.press(`ctrl+${places.zero}`);
  await expectZoom(100);
  await desktop.wheel('up');
  await expectZoom(110);
  await desktop.wheel('down');
  await desktop.wheel('down');
  await expectZoom(90);

  await desktop.press('F11');
  await expect.poll(() => isFullScreen(app)).toBe(true);
  await desktop.press('F11');
  await expect.poll(() => isFullScreen(app)).toBe(false);

  await app.close();
  const again = await launch({ microphone: null, userData: app.userData, env: { ...desktop.env } });
  await expect.poll(() => zoomOf(again)).toBe(90);
});

test('@long Control+D and Control+E work on keyboards without Latin letters', async ({ launch, guard }) => {
  const desktop = await startWindowedDesktop(guard, '1366x768');
  const app = await launch({ microphone: 440, env: { ...desktop.env } });
  const { page } = app;
  await openMeeting(page);
  await chooseMicrophone(page);
  await comeToFront(app);
  await expect(page.getByRole('button', { name: 'Couper le micro' })).toBeVisible();
  for (const layout of ['ru', 'gr', 'ara', 'il', 'us']) {
    await desktop.useLayout(layout);
    await desktop.press(`ctrl+${places.d}`);
    await expect(page.getByRole('button', { name: 'Réactiver le micro' }), layout).toBeVisible();
    await desktop.press(`ctrl+${places.d}`);
    await expect(page.getByRole('button', { name: 'Couper le micro' }), layout).toBeVisible();
  }
  // No camera is here: its page says so.
  await desktop.useLayout('ru');
  await desktop.press(`ctrl+${places.e}`);
  await expect(page.getByRole('dialog', { name: "J'active mon matériel" })).toBeVisible();
});
