import { chmod, copyFile, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../app/build.ts';
import { withGuard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';

// The scripts run as they are, by the system's sh, in a folder that they take for the whole machine.
let machine: string;
const at = (...names: string[]): string => path.join(machine, ...names);
const linux = path.join(root, 'build', 'linux');
const profile = '/etc/apparmor.d/visio-agents';

beforeEach(async () => {
  machine = await mkdtemp(path.join(tmpdir(), 'visio-agents-machine-'));
  for (const folder of ['bin', 'etc/apparmor.d', 'opt/Visio-Agents/resources', 'proc/self/ns'])
    await mkdir(at(folder), { recursive: true });
  await writeFile(at('opt/Visio-Agents/chrome-sandbox'), '', { mode: 0o755 });
  await copyFile(path.join(linux, 'apparmor-profile'), at('opt/Visio-Agents/resources/apparmor-profile'));
  await program('ischroot', 'exit 1');
  await file('/proc/self/ns/user');
  await file('/proc/sys/kernel/osrelease', '6.8.0');
  await file('/proc/sys/user/max_user_namespaces', '96343');
});
afterEach(() => rm(machine, { recursive: true, force: true }));

async function file(name: string, text = ''): Promise<void> {
  await mkdir(path.dirname(at(name)), { recursive: true });
  await writeFile(at(name), `${text}\n`);
}

/** A program of that machine; it writes down how it was called. */
async function program(name: string, body = 'exit 0'): Promise<void> {
  await writeFile(at('bin', name), `#!/bin/sh\necho "${name} $*" >>'${at('called')}'\n${body}\n`);
  await chmod(at('bin', name), 0o755);
}

async function play(script: 'after-install.sh' | 'after-remove.sh', argument: string): Promise<string> {
  const text = await readFile(path.join(linux, script), 'utf8');
  await writeFile(at(script), text.replaceAll(/(?<!\w)\/(?=(?:opt|etc|proc|sys|usr)\/)/g, `${machine}/`));
  const env = { PATH: `${at('bin')}:/usr/bin:/bin` };
  // Whoever tests need not be root, to whom the file would be given.
  await program('chown');
  const ended = await withGuard((guard) => run(guard, 'sh', [at(script), argument], { env }));
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  return readFile(at('called'), 'utf8').catch(() => '');
}
const helperMode = async (): Promise<string> =>
  ((await stat(at('opt/Visio-Agents/chrome-sandbox'))).mode & 0o7777).toString(8);
const hasProfile = async (): Promise<boolean> => (await readdir(at('etc/apparmor.d'))).length > 0;

test('where everybody may make namespaces, no program of the app runs with rights of root', async () => {
  await play('after-install.sh', 'configure');
  expect(await helperMode()).toBe('755');
});

test.each([
  ['/proc/sys/kernel/unprivileged_userns_clone', '0'],
  ['/proc/sys/user/max_user_namespaces', '0'],
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
])('where %s is %s, the helper of the sandbox gets the rights that it needs', async (name, value) => {
  await file(name, value);
  await play('after-install.sh', 'configure');
  expect(await helperMode()).toBe('4755');
});

test('in an image for other machines nothing is known of their kernel: the helper works on all', async () => {
  await program('ischroot');
  await play('after-install.sh', '1');
  expect(await helperMode()).toBe('4755');
});

test('what an administrator has set for the helper stays', async () => {
  await program('dpkg-statoverride');
  await chmod(at('opt/Visio-Agents/chrome-sandbox'), 0o700);
  await play('after-install.sh', 'configure');
  expect(await helperMode()).toBe('700');
});

test('Ubuntu’s AppArmor learns that the app may make namespaces, and the helper needs no rights', async () => {
  await file('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1');
  await file('/sys/kernel/security/apparmor/profiles', 'visio-agents (unconfined)');
  await program('apparmor_parser');
  const called = await play('after-install.sh', 'configure');
  expect(called).toContain(`--replace --write-cache --skip-read-cache ${machine}${profile}`);
  expect(await readFile(at(profile), 'utf8')).toContain('userns,');
  expect(await helperMode()).toBe('755');
});

test('an AppArmor that cannot read the profile does not get it: it would complain at every start', async () => {
  await program('apparmor_parser', 'exit 1');
  await play('after-install.sh', 'configure');
  expect(await hasProfile()).toBe(false);
});

test.each(['remove', 'purge', '0'])(
  'after « %s » nothing of the app is left in the system',
  async (argument) => {
    await file(profile);
    await file('/sys/kernel/security/apparmor/profiles');
    await program('apparmor_parser');
    expect(await play('after-remove.sh', argument)).toContain(`--remove ${machine}${profile}`);
    expect(await hasProfile()).toBe(false);
    await play('after-remove.sh', argument);
  },
);

test.each(['upgrade', 'failed-upgrade', 'abort-upgrade', '1'])(
  'after « %s » the new version keeps what it has just set',
  async (argument) => {
    await file(profile);
    await play('after-remove.sh', argument);
    expect(await hasProfile()).toBe(true);
  },
);

test('caches of menus and icons are renewed where they are kept', async () => {
  await program('update-desktop-database');
  await program('gtk-update-icon-cache');
  expect(await play('after-install.sh', '2')).not.toContain('gtk-update-icon-cache');
  await file('/usr/share/icons/hicolor/icon-theme.cache');
  const called = await play('after-install.sh', '2');
  expect(called).toContain('update-desktop-database');
  expect(called).toContain('gtk-update-icon-cache');
});
