import { expect, test } from './fixtures.ts';
import { expectSilence, expectToHear, meetingOfTwo } from './support/page/journey.ts';
import { askMain, tellMain } from './support/app/main-process.ts';

test('a page that was reloaded comes back into the meeting, muted', async ({ launch }) => {
  const { agent, guest } = await meetingOfTwo(launch);
  await agent.page.reload();
  await expect(agent.page.getByRole('button', { name: 'Activer le micro' })).toBeVisible();
  await expect(agent.page.getByRole('dialog')).toBeHidden();
  await expectSilence(guest);
  await expectToHear(agent, 880);
  await agent.page.getByRole('button', { name: 'Activer le micro' }).click();
  await expectToHear(guest, 440);
});

test('a page that crashed comes back into the meeting, muted', async ({ launch }) => {
  const { agent, guest } = await meetingOfTwo(launch);
  // Playwright gives a crashed page up for good: the page that main loads in its place is reached through main.
  await tellMain(agent.electron, ({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expectToHear(agent, 880);
  await expectSilence(guest);
  const isAsked = await askMain(agent.electron, ({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      `document.querySelector('dialog[open]') !== null`,
    ),
  );
  expect(isAsked).toBe(false);
  await tellMain(agent.electron, ({ BrowserWindow }) => {
    void BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      `document.querySelector('[aria-label="Activer le micro"]').click()`,
    );
  });
  await expectToHear(guest, 440);
});
