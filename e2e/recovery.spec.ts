import { expect, test } from './fixtures.ts';
import {
  chooseMicrophone,
  expectSilence,
  expectToHear,
  forApp,
  invitation,
  joinAs,
  openMeeting,
} from './support/journey.ts';

for (const [what, happens] of [
  ['reloaded', 'reload'],
  ['crashed', 'crash'],
] as const) {
  test(`a page that was ${what} comes back into the meeting, muted`, async ({ launch }) => {
    const agent = await launch({ microphone: 440 });
    await openMeeting(agent.page);
    await chooseMicrophone(agent.page);
    const guest = await launch({ microphone: 880, link: forApp(await invitation(agent.page)) });
    await joinAs(guest.page, 'Marie Gérard');
    await chooseMicrophone(guest.page);
    await expectToHear(guest, 440);

    await agent.electron.evaluate(({ BrowserWindow }, how) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (how === 'reload') contents?.reload();
      else contents?.forcefullyCrashRenderer();
    }, happens);
    const page =
      happens === 'reload' ? agent.page : await agent.electron.waitForEvent('window').catch(() => agent.page);
    await expect(page.getByRole('button', { name: 'Activer le micro' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('dialog')).toBeHidden();
    await expectSilence(guest);
    await expectToHear(agent, 880);
    await page.getByRole('button', { name: 'Activer le micro' }).click();
    await expectToHear(guest, 440);
  });
}
