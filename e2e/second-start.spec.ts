import { once } from 'node:events';
import { expect, test } from './fixtures.ts';
import { appSwitches, checkout } from './support/app/app-program.ts';
import { forApp, invitation, openMeeting } from './support/page/journey.ts';
import { askMain, tellMain } from './support/app/main-process.ts';

test('a second start ends at once and brings the first window to the front', async ({
  launch,
  guard,
  electronRuntime,
}) => {
  const first = await launch();
  await tellMain(first.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = guard.spawn(
    electronRuntime.path,
    [...appSwitches, checkout, `--user-data-dir=${first.userData}`],
    { env: { ...process.env, VISIO_SERVER_URL: 'http://127.0.0.1:1' }, stdio: 'ignore' },
  );
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  await expect
    .poll(() =>
      askMain(first.electron, ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((each) => each.isMinimized()),
      ),
    )
    .toEqual([false]);
});

test('the language that was chosen is kept, and so is the last name', async ({ launch }) => {
  const agent = await launch();
  await openMeeting(agent.page);
  const link = forApp(await invitation(agent.page));
  const guest = await launch({ link });
  await guest.page.getByLabel('Votre nom').fill('Marie Gérard');
  await guest.page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
  await expect(guest.page.getByRole('dialog')).toBeVisible();
  await guest.electron.close();

  const again = await launch({ link, userData: guest.userData });
  await expect(again.page.getByLabel('Votre nom')).toHaveValue('Marie Gérard');
  await again.page.getByRole('button', { name: 'en', exact: true }).click();
  await expect(again.page.getByRole('heading', { name: 'Join the meeting' })).toBeVisible();
  await again.electron.close();

  const english = await launch({ userData: guest.userData });
  await expect(english.page.getByRole('button', { name: 'Open a temporary meeting' })).toBeVisible();
});
