import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { meetingCalls } from '../scripts/probe/meeting-calls.ts';
import { startOidcProvider } from '../src/service/testing/oidc-provider.ts';
import { languages } from '../src/shared/settings/settings.ts';
import { words } from '../src/shared/words/words.ts';
import { expect, test as base } from './sign-in/fixtures.ts';
import { forApp } from './support/page/journey.ts';
import type { RunningApp } from './support/app/launch-app.ts';
import { overflowing } from './support/page/overflowing.ts';
import { unreachableControls } from './support/page/unreachable-controls.ts';
import { zoomTo } from './support/page/zoom-to.ts';

const longName = 'Marie-Antoinette Gérard de la Tour (Direction)';

const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants one
  provider: async ({}, provide) => {
    const provider = await startOidcProvider({ marie: { name: longName, visio: { roles: ['agent'] } } });
    await provide(provider);
    await provider.stop();
  },
});

/** On all that is on the page, or in the dialog over it, at 400 %. */
const expectReflow = async (app: RunningApp, what: string): Promise<void> => {
  await zoomTo(app, 4);
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(275);
  expect(await overflowing(app.page), what).toEqual([]);
  expect(await unreachableControls(app.page), what).toEqual([]);
};

for (const language of languages) {
  const { shell, settingsPage, devices, network, report, signIn } = words[language];

  test(`@long at 400 % nobody scrolls sideways to read a line, ${language}`, async ({
    launch,
    guard,
    stack,
    provider,
    systemBrowser,
  }) => {
    const folder = async (settings: object): Promise<string> => {
      const made = await mkdtemp(path.join(tmpdir(), 'visio-reflow-'));
      guard.removeAtEnd(made);
      await writeFile(path.join(made, 'settings.json'), JSON.stringify({ language, ...settings }));
      return made;
    };
    const faulty = { joinWithMicrophone: 'perhaps', aSettingWithALongNameThatNobodyKnows: 1 };
    const app = await launch({ userData: await folder(faulty), env: systemBrowser.env });
    const { page } = app;
    await page.getByRole('button', { name: settingsPage.title }).click();
    await expect(page.getByText(settingsPage.problems.title)).toBeVisible();
    await expectReflow(app, 'settings that could not be read');
    await page.keyboard.press('Escape');

    const field = page.getByRole('textbox', { name: shell.home.joinByLink });
    const links = ['a', 'b', 'c'].map((letter) => `${stack.serviceUrl}/r/${letter.repeat(29)}A`);
    await field.fill(links.join('\n'));
    await field.press('Enter');
    await expect(page.getByRole('group', { name: shell.home.whichLink(links.length) })).toBeVisible();
    await expectReflow(app, 'which link');

    await page.getByRole('button', { name: devices.title }).first().click();
    await page.getByRole('button', { name: report.make }).click();
    await expect(page.getByRole('region', { name: report.region })).toBeFocused();
    await page.getByRole('button', { name: network.check, exact: true }).click();
    await expect(page.getByRole('button', { name: network.checkAgain })).toBeVisible({ timeout: 40_000 });
    await expectReflow(app, 'devices, network and report');
    await page.keyboard.press('Escape');

    const banner = page.getByRole('banner');
    provider.instead = (_request, response) => void response.writeHead(503).end();
    await banner.getByRole('button', { name: signIn.signIn }).click();
    const failed = page.getByRole('dialog', { name: signIn.failed.title });
    await expect(failed).toBeVisible();
    await expectReflow(app, 'a sign-in that failed');
    provider.instead = null;
    await failed.getByRole('button', { name: signIn.failed.retry }).click();
    await expect(page.getByRole('dialog', { name: signIn.going.title })).toBeVisible();
    await expectReflow(app, 'a sign-in under way');
    await systemBrowser.signIn('marie');
    await expect(banner.getByRole('status')).toHaveText(longName);
    await expectReflow(app, 'signed in under a long name');

    const call = meetingCalls(stack.serviceUrl);
    const { meeting, participationToken } = await call('openMeeting', {}, await provider.issueToken('marie'));
    await call('moderate', { action: 'set-waiting-room', on: true }, participationToken);
    const guest = await launch({ userData: await folder({}), link: forApp(meeting.links.participant) });
    await guest.page.getByLabel(shell.join.name).fill('Paul');
    await expectReflow(guest, 'joining');
    await guest.page.getByRole('button', { name: shell.join.submit, exact: true }).click();
    await expect(guest.page.getByRole('heading', { name: shell.join.waitingTitle })).toBeVisible();
    await expectReflow(guest, 'waiting');

    const newcomer = await launch({ userData: await folder({}), env: { VISIO_SERVER_URL: '' } });
    await newcomer.page.getByRole('button', { name: shell.chooseServer.use }).click();
    await expect(newcomer.page.getByText(shell.chooseServer.noAddress.title)).toBeVisible();
    await expectReflow(newcomer, 'the first start, without an address');
  });
}
