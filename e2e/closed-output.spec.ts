import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test as base } from './fixtures.ts';
import { forApp, invitation, openMeeting } from './support/page/journey.ts';
import { askMain, tellMain } from './support/app/main-process.ts';
import { plainApp, type PlainApp } from './support/app/plain-app.ts';
import { answerQuestions, askedQuestions } from './support/app/dialogs.ts';
import { windowsNamed } from './support/system/xdotool.ts';

const test = base.extend<{ readonly app: PlainApp }>({
  app: async ({ guard, electronRuntime, stack }, provide) => {
    const app = await plainApp(guard, electronRuntime, stack.serviceUrl);
    // Each name that is no setting is a line of the log at the start: more of them than a pipe holds, and than may wait.
    const names = Array.from({ length: 20_000 }, (_, number) => [`unknown-${number}`, 1] as const);
    await mkdir(app.userData, { recursive: true });
    await writeFile(path.join(app.userData, 'settings.json'), JSON.stringify(Object.fromEntries(names)));
    await provide(app);
    await app.close();
  },
});
const closed = ['bash', '-c', 'exec "$0" "$@" > >(exec true) 2> >(exec true)'];

for (const [what, by, stdio] of [
  ['whose readers have ended', closed, 'ignore'],
  ['that nobody reads', [], 'pipe'],
  ['that are closed', ['sh', '-c', 'exec "$0" "$@" >&- 2>&-'], 'ignore'],
  ['on a full disk', ['sh', '-c', 'exec "$0" "$@" >/dev/full 2>/dev/full'], 'ignore'],
] as const)
  test(
    `an app with outputs ${what} opens, goes on, and takes the link of a later start`,
    { tag: '@long' },
    async ({ app, launch, guard }) => {
      const agent = await launch();
      await openMeeting(agent.page);
      const link = forApp(await invitation(agent.page));
      const first = app.start({ by, stdio });
      const page = await app.page();
      await expect(page.getByRole('button', { name: 'Ouvrir une réunion temporaire' })).toBeEnabled();
      const second = app.start({ link });
      const [code] = await once(second, 'exit');
      expect(code).toBe(0);
      await expect(page.getByRole('heading', { name: 'Rejoindre la réunion' })).toBeVisible();
      expect([first.exitCode, await app.pid()]).toEqual([null, first.pid]);
      expect(await windowsNamed(guard, '^Error$')).toEqual([]);
    },
  );

test('a check whose output nobody reads ends', { tag: '@long' }, async ({ app }) => {
  const checking = app.start({ by: closed, switches: ['--check', '--json'] });
  await once(checking, 'exit');
  expect(checking.signalCode).toBeNull();
});

test(
  'errors that nobody caught are told once, in the user’s language, while the meeting goes on',
  { tag: '@long' },
  async ({ launch }) => {
    const agent = await launch();
    await openMeeting(agent.page);
    await answerQuestions(agent, 'no');
    await tellMain(agent.electron, () => {
      setTimeout(() => {
        throw new TypeError('of a test');
      });
      void Promise.reject(new Error('of a test, too'));
    });
    await expect
      .poll(() => askedQuestions(agent))
      .toEqual([expect.stringContaining('Visio-Agents a rencontré une erreur.')]);
    expect(await askMain(agent.electron, ({ app }) => app.isReady())).toBe(true);
    await agent.page.getByRole('button', { name: 'Écoute seule' }).click();
    await expect(agent.page.getByRole('button', { name: 'Activer le micro' })).toBeVisible();
  },
);

test('the real dialog of an error leaves main free', { tag: '@long' }, async ({ launch, guard }) => {
  const agent = await launch();
  await tellMain(agent.electron, () => void setTimeout(() => void Promise.reject(new Error('of a test'))));
  await expect.poll(async () => (await windowsNamed(guard, '^Visio-Agents$')).length).toBe(1);
  await openMeeting(agent.page);
  await expect(agent.page.getByRole('button', { name: 'Écoute seule' })).toBeVisible();
});
