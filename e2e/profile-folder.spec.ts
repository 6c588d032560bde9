import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from './fixtures.ts';
import { forApp, invitation, openMeeting } from './support/page/journey.ts';
import { plainApp, type PlainApp } from './support/app/plain-app.ts';
import { pressKey, windowsNamed } from './support/system/xdotool.ts';
import type { CheckReport } from '../src/main/check/check-report.ts';

type Each = {
  readonly folder: string;
  readonly app: PlainApp;
};
const test = base.extend<Each>({
  folder: async ({ guard }, provide) => {
    const home = await mkdtemp(path.join(tmpdir(), 'visio-home-'));
    guard.removeAtEnd(home);
    const folder = path.join(home, 'user-data');
    await mkdir(folder);
    await provide(folder);
    await chmod(folder, 0o755);
  },
  app: async ({ folder, guard, electronRuntime, stack }, provide) => {
    const app = await plainApp(guard, electronRuntime, stack.serviceUrl, folder);
    await provide(app);
    await app.close();
  },
});

const isRoot = process.getuid?.() === 0;
/** Root without the right to pass over the rights of files is a user like any other. */
const asUser = isRoot
  ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search,-fowner,-chown', '--']
  : [];
/** In a mount namespace of its own, where `$0` is the folder. */
const where = (mount: string, folder: string): readonly string[] => [
  'unshare',
  '--mount',
  'sh',
  '-c',
  `${mount} && exec "$@"`,
  folder,
];

const obstacles: readonly [
  what: string,
  make: (folder: string) => Promise<readonly string[]>,
  reason: string,
][] = [
  [
    'that nobody may write to',
    async (folder) => {
      await chmod(folder, 0o555);
      return asUser;
    },
    'EACCES',
  ],
  [
    'of another owner',
    async (folder) => {
      await chown(folder, 61_000, 61_000);
      return asUser;
    },
    'EACCES',
  ],
  [
    'on a file system that is read only',
    async (folder) => where('mount --bind "$0" "$0" && mount -o remount,bind,ro "$0"', folder),
    'EROFS',
  ],
  [
    'on a file system without a file left',
    async (folder) => where('mount -t tmpfs -o nr_inodes=1 none "$0"', folder),
    'ENOSPC',
  ],
];

for (const [what, make, reason] of obstacles)
  test(
    `a folder ${what} is named in a dialog and by the check`,
    { tag: '@long' },
    async ({ app, guard, folder }) => {
      const by = await make(folder);
      const started = app.start({ by, link: `visio-agents://visio.example/r/${'a'.repeat(29)}A` });
      let dialogs: string[] = [];
      await expect.poll(async () => (dialogs = await windowsNamed(guard, '^Visio-Agents$')).length).toBe(1);
      // Whoever closes the dialog has ended the app: nothing of it stays behind without a window.
      const ended = once(started, 'exit', { signal: AbortSignal.timeout(10_000) });
      await pressKey(guard, dialogs[0] ?? '', 'Return');
      expect((await ended)[0]).toBe(73);

      const checking = app.start({
        by,
        switches: ['--check', '--json'],
        // As over ssh: what waits for a keychain would wait for its whole patience.
        env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let printed = '';
      checking.stdout?.setEncoding('utf8').on('data', (text: string) => (printed += text));
      expect((await once(checking, 'close'))[0]).toBe(1);
      const { checks } = JSON.parse(printed) as CheckReport;
      expect(checks.find(({ name }) => name === 'folder')).toMatchObject({
        ok: false,
        failure: 'folder-unwritable',
        detail: `${folder}: ${reason}`,
      });
      expect(checks.find(({ name }) => name === 'service')).toMatchObject({ ok: true });
    },
  );

for (const [what, remove] of [
  ['socket', async (socket: string) => rm(socket)],
  ['socket with its folder', async (socket: string) => rm(path.dirname(socket), { recursive: true })],
] as const)
  test(
    `an app whose ${what} was tidied away among the temporary files still takes a later start, each time`,
    { tag: '@long' },
    async ({ app, launch, folder, guard }) => {
      const host = await launch();
      await openMeeting(host.page);
      const link = forApp(await invitation(host.page));
      await host.close();
      const first = app.start();
      const page = await app.page();
      for (let time = 1; time <= 2; time += 1) {
        await remove(await readlink(path.join(folder, 'SingletonSocket')));
        const second = app.start({ link });
        expect((await once(second, 'exit'))[0]).toBe(0);
      }
      await expect(page.getByRole('heading', { name: 'Rejoindre la réunion' })).toBeVisible();
      expect(await app.pid()).toBe(first.pid);
      expect(await windowsNamed(guard, 'Visio-Agents$')).toHaveLength(1);
    },
  );
