import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test as base } from './fixtures.ts';
import { clickThatCloses } from './support/app/click-that-closes.ts';
import { chooseListening, forApp, goHome, invitation, openMeeting } from './support/page/journey.ts';
import { plainApp, type PlainApp } from './support/app/plain-app.ts';
import { windowsNamed } from './support/system/xdotool.ts';
import { recordSecondStart, sayTo } from './support/app/second-start.ts';

const test = base.extend<{ readonly app: PlainApp }>({
  app: async ({ guard, electronRuntime, stack }, provide) => {
    const app = await plainApp(guard, electronRuntime, stack.serviceUrl);
    await provide(app);
    await app.close();
  },
});

// Ms from the click that closes the window to the second start that hands its link over.
for (const [after, where] of [
  [0, 'at home'],
  [0, 'in a meeting'],
  [250, 'in a meeting'],
  [400, 'in a meeting'],
  [0, 'while a meeting is being opened'],
  [400, 'while a meeting is being opened'],
] as const)
  test(
    `a link that arrives ${after} ms after the window was closed ${where} opens the app once`,
    { tag: '@long' },
    async ({ app, launch, stack, guard, electronRuntime }) => {
      const host = await launch();
      await openMeeting(host.page);
      const link = forApp(await invitation(host.page));
      await host.close();
      const secondStart = await recordSecondStart(guard, electronRuntime, link);
      const first = app.start({ stdio: ['ignore', 'pipe', 'pipe'] });
      let printed = '';
      for (const stream of [first.stdout, first.stderr])
        stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
      const page = await app.page();
      if (where === 'in a meeting') {
        await openMeeting(page);
        await chooseListening(page);
        // Leaving then takes as long as it may: the window is gone, and the app is not.
        process.kill(stack.pids.service, 'SIGSTOP');
      } else if (where === 'while a meeting is being opened') {
        await expect(page.getByRole('button', { name: 'Ouvrir une réunion temporaire' })).toBeEnabled();
        process.kill(stack.pids.service, 'SIGSTOP');
        await openMeeting(page);
        await expect(page.getByText('Ouverture de la réunion…')).toBeVisible();
      }
      const ended = once(first, 'exit');
      // As the cross in a window's frame does, which this screen has not: the page is asked, then the window is gone.
      await page.close();
      await wait(after);
      const isTaken = await sayTo(app.userData, secondStart);
      await ended;
      if (!isTaken) app.start({ link });
      process.kill(stack.pids.service, 'SIGCONT');
      const opened = await app.page();
      await expect(opened.getByRole('heading', { name: 'Rejoindre la réunion' })).toBeVisible();
      await expect.poll(async () => (await windowsNamed(guard, 'Visio-Agents$')).length).toBe(1);
      expect(await windowsNamed(guard, '^(Error|Visio-Agents)$')).toEqual([]);
      expect(printed).not.toContain('destroyed');
    },
  );

test(
  'an app that was started by a link and restarts by its settings comes back at home, on the same folder',
  { tag: '@long' },
  async ({ app, launch }) => {
    const host = await launch();
    await openMeeting(host.page);
    const link = forApp(await invitation(host.page));
    const first = app.start({ link });
    const ended = once(first, 'exit');
    const page = await app.page();
    await expect(page.getByRole('heading', { name: 'Rejoindre la réunion' })).toBeVisible();
    await goHome(page);
    await page.getByRole('button', { name: 'Réglages' }).click();
    await page.locator('label', { hasText: 'Accélération matérielle' }).click();
    await clickThatCloses(page.getByRole('button', { name: "Redémarrer l'application" }));
    await ended;
    const again = await app.page();
    await expect(again.getByRole('button', { name: 'Ouvrir une réunion temporaire' })).toBeEnabled();
    await expect(again.getByRole('heading', { name: 'Rejoindre la réunion' })).toHaveCount(0);
  },
);
