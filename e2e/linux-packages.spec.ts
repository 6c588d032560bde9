import { access, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageApp } from '../scripts/packaging/package-app.ts';
import { prepareLinux } from '../scripts/runtimes/linux-libraries.ts';
import { run } from '../scripts/supervision/run.ts';
import { test as base, expect } from './fixtures.ts';
import { installDeb, refuseForeignDeb } from './packaged/deb.ts';
import { orMissing } from '../scripts/or-missing.ts';

// The deb and the rpm as dpkg and rpm see them. Those of the driven app: they differ in a fuse, and in how small they are.

type Made = { readonly deb: string; readonly rpm: string };
type Tools = {
  /** Runs a program of the system; @returns the lines that it printed. */
  readonly ask: (command: string, ...args: readonly string[]) => Promise<string[]>;
};

const log = (): void => undefined;
const test = base.extend<Tools, { readonly made: Made }>({
  made: [
    async ({ guard, electronRuntime: electron }, provide) => {
      await prepareLinux({ for: 'packaging', electron: electron.path, log });
      const output = await mkdtemp(path.join(tmpdir(), 'visio-agents-packages-'));
      guard.removeAtEnd(output);
      await packageApp({ guard, electron, kind: 'driven', targets: ['deb', 'rpm'], output });
      const names = await readdir(output);
      const only = (ending: string): string =>
        path.join(output, names.find((each) => each.endsWith(ending)) ?? '');
      await provide({ deb: only('_amd64.deb'), rpm: only('.x86_64.rpm') });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  ask: ({ guard }, provide) =>
    provide(async (command, ...args) => {
      const { code, stdout, stderr } = await run(guard, command, args);
      expect(code, stderr).toBe(0);
      return stdout.trim().split('\n');
    }),
});

const sizes = [
  '16x16',
  '22x22',
  '24x24',
  '32x32',
  '48x48',
  '64x64',
  '96x96',
  '128x128',
  '256x256',
  '512x512',
];
/** What both packages put outside of the app's own folder. */
const outside = [
  '/usr/bin/visio-agents',
  '/usr/share/applications/visio-agents.desktop',
  '/usr/share/icons/hicolor/scalable/apps/visio-agents.svg',
  ...sizes.map((size) => `/usr/share/icons/hicolor/${size}/apps/visio-agents.png`),
];
/** Only root may install packages, also into a folder. */
const needsRoot = (): void => expect(process.getuid?.(), 'run the tests of packages as root').toBe(0);
const isOutside = (file: string): boolean => !file.startsWith('/opt/Visio-Agents/');

test('the deb holds what root alone can change, and no program with rights of its own @long', async ({
  made,
  ask,
}) => {
  const files = new Map<string, string>();
  for (const line of await ask('dpkg-deb', '--contents', made.deb)) {
    const [, mode = '', owner, name = ''] = /^(\S+) (\S+) .+? \.(\/\S*)/.exec(line) ?? [];
    expect(owner, line).toBe('root/root');
    expect(mode, line).toMatch(/^(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x|lrwxrwxrwx)$/);
    if (!mode.startsWith('d')) files.set(name, mode);
  }
  expect([...files.keys()].filter(isOutside).sort()).toEqual(
    [
      ...outside,
      '/usr/share/doc/visio-agents/changelog.Debian.gz',
      '/usr/share/doc/visio-agents/changelog.gz',
      '/usr/share/doc/visio-agents/copyright',
    ].sort(),
  );
  expect(files.get('/opt/Visio-Agents/chrome-sandbox')).toBe('-rwxr-xr-x');
});

test('the rpm holds the same, and needs libraries instead of packages of one distribution @long', async ({
  made,
  ask,
}) => {
  const listed = await ask('rpm', '--query', '--package', '--list', '--verbose', made.rpm);
  const files = listed.map((line) => {
    expect(line).toMatch(/^(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x|lrwxrwxrwx)\s+\d+ root\s+root\s/);
    return /(\/\S+)( -> .*)?$/.exec(line)?.[1] ?? '';
  });
  expect(files.filter((file) => isOutside(file) && file !== '/opt/Visio-Agents').sort()).toEqual(
    [...outside, '/usr/share/licenses/visio-agents', '/usr/share/licenses/visio-agents/LICENSE'].sort(),
  );
  const needs = await ask('rpm', '--query', '--package', '--requires', made.rpm);
  expect(needs).toContain('libgtk-3.so.0()(64bit)');
  const others = needs.filter((each) => !/\(64bit\)$|^rpmlib\(/.test(each));
  expect([...new Set(others)]).toEqual(['/bin/sh', 'xdg-utils']);
});

test('an rpm that is removed leaves no folder behind @long', async ({ made, ask, guard }) => {
  needsRoot();
  const machine = await mkdtemp(path.join(tmpdir(), 'visio-agents-rpm-'));
  guard.removeAtEnd(machine);
  // Into a folder without a shell or libraries: only files are looked at.
  const rpm = (...args: string[]): Promise<string[]> =>
    ask('rpm', '--root', machine, '--dbpath', '/rpms', '--nodeps', '--noscripts', ...args);
  await rpm('--install', made.rpm);
  await access(path.join(machine, 'opt/Visio-Agents/visio-agents'));
  await rpm('--erase', 'visio-agents');
  const left = await readdir(machine, { recursive: true });
  expect(left.filter((each) => /visio-agents/i.test(each))).toEqual([]);
});

test('the deb is installed, replaced, removed and purged, and the system is as it was @long', async ({
  made,
  ask,
  guard,
}) => {
  needsRoot();
  await refuseForeignDeb(guard);
  const shared = ['applications', 'doc', 'icons'].map((name) => `/usr/share/${name}`);
  const places = ['/opt', '/usr/bin', '/etc/apparmor.d', ...shared];
  const look = async (): Promise<string[]> => {
    const found = places.map((place) => orMissing(readdir(place, { recursive: true })));
    // What else happens on this machine is not ours.
    return (await Promise.all(found)).flatMap((each) => each ?? []).filter((each) => /visio/i.test(each));
  };
  const before = await look();
  const installed = await installDeb(guard, made.deb, log);
  await ask('dpkg', '--install', made.deb);
  expect(await ask('dpkg', '--verify', 'visio-agents')).toEqual(['']);
  expect(await ask('dpkg-query', '--show', '--showformat=${Status}', 'visio-agents')).toEqual([
    'install ok installed',
  ]);
  await ask('desktop-file-validate', '/usr/share/applications/visio-agents.desktop');
  const entry = await ask('cat', '/usr/share/applications/visio-agents.desktop');
  expect(entry).toContain('Exec=/opt/Visio-Agents/visio-agents -- %u');
  expect(entry).toContain('MimeType=x-scheme-handler/visio-agents;');
  expect(entry).toContain('StartupWMClass=visio-agents');
  await ask('dpkg', '--remove', 'visio-agents');
  expect(await look()).toEqual(before);
  installed.remove();
  expect(await look()).toEqual(before);
});

test('the same sources make the same package, byte for byte @long', async ({
  made,
  ask,
  guard,
  electronRuntime,
}) => {
  const output = await mkdtemp(path.join(tmpdir(), 'visio-agents-again-'));
  guard.removeAtEnd(output);
  await packageApp({ guard, electron: electronRuntime, kind: 'driven', targets: ['deb'], output });
  const again = path.join(output, path.basename(made.deb));
  await ask('cmp', made.deb, again);
});
