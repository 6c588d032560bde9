import { expect, test } from './fixtures.ts';
import type { RunningApp } from './support/launch-app.ts';
import {
  chooseMicrophone,
  expectSilence,
  expectToHear,
  forApp,
  invitation,
  joinAs,
  openMeeting,
} from './support/journey.ts';

async function meetingOfTwo(launch: (options: object) => Promise<RunningApp>) {
  const agent = await launch({ microphone: 440 });
  await openMeeting(agent.page);
  await chooseMicrophone(agent.page);
  const guest = await launch({ microphone: 880, link: forApp(await invitation(agent.page)) });
  await joinAs(guest.page, 'Marie Gérard');
  await chooseMicrophone(guest.page);
  await expectToHear(guest, 440);
  return { agent, guest };
}

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
  const inPage = <T>(script: string): Promise<T> =>
    agent.electron.evaluate(
      ({ BrowserWindow }, code) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as Promise<T>,
      script,
    );
  await agent.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expectToHear(agent, 880);
  await expectSilence(guest);
  expect(await inPage(`document.querySelector('dialog[open]') === null`)).toBe(true);
  await inPage(`document.querySelector('[aria-label="Activer le micro"]').click()`);
  await expectToHear(guest, 440);
});
