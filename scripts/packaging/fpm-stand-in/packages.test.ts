import { chmod, lstat, mkdir, mkdtemp, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { control } from './deb.ts';
import { readOptions } from './options.ts';
import { spec } from './rpm.ts';
import { stage } from './stage.ts';
import { wantedDeb, wantedRpm } from './testing/wanted.ts';

let work: string;
beforeEach(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'visio-agents-stand-in-'));
});
afterEach(() => rm(work, { recursive: true, force: true }));

/** An app as somebody with a careless umask has it. */
async function stageSloppily() {
  const app = path.join(work, 'app');
  await mkdir(path.join(app, 'locales'), { recursive: true });
  await writeFile(path.join(app, 'visio-agents'), 'program');
  await writeFile(path.join(app, 'locales', '100 %.pak'), 'x'.repeat(1025));
  await symlink('/opt/Visio-Agents/visio-agents', path.join(work, 'link'));
  await chmod(path.join(app, 'visio-agents'), 0o4777);
  await chmod(path.join(app, 'locales', '100 %.pak'), 0o666);
  await chmod(path.join(app, 'locales'), 0o777);
  const root = path.join(work, 'root');
  const sources = [
    { from: `${app}/`, to: '/opt/Visio-Agents' },
    { from: path.join(work, 'link'), to: '/usr/bin/visio-agents' },
  ];
  return { root, entries: await stage({ sources }, root, new Date(1_000_000_000_000)) };
}

test('only root can change what is installed, everybody can read it, and nothing has more rights than that', async () => {
  const { root, entries } = await stageSloppily();
  const modes = await Promise.all(
    entries.map(async (entry) => [entry.path, ((await lstat(root + entry.path)).mode & 0o7777).toString(8)]),
  );
  expect(Object.fromEntries(modes)).toEqual({
    '/opt': '755',
    '/opt/Visio-Agents': '755',
    '/opt/Visio-Agents/locales': '755',
    '/opt/Visio-Agents/locales/100 %.pak': '644',
    '/opt/Visio-Agents/visio-agents': '755',
    '/usr': '755',
    '/usr/bin': '755',
    '/usr/bin/visio-agents': '777', // of a link, where it means nothing
  });
  expect(await readlink(path.join(root, 'usr/bin/visio-agents'))).toBe('/opt/Visio-Agents/visio-agents');
});

test('everything bears the date of the sources, so that the same sources make the same package', async () => {
  const { root, entries } = await stageSloppily();
  const dates = await Promise.all(entries.map(async (entry) => (await lstat(root + entry.path)).mtimeMs));
  expect(new Set(dates)).toEqual(new Set([1_000_000_000_000]));
});

test('apt reads from the deb what it is, needs and takes', async () => {
  const { entries } = await stageSloppily();
  expect(control(readOptions(wantedDeb), entries)).toBe(`Package: visio-agents
Version: 1.2.0~beta-1
Architecture: amd64
Maintainer: Somebody <a@b.invalid>
Installed-Size: 9
Depends: libgtk-3-0 | libgtk-3-0t64, xdg-utils
Recommends: libsecret-1-0
Section: net
Priority: optional
Homepage: https://b.invalid/
Description: meetings in one click
 Opens a meeting – 100 % quickly.
`);
});

test('long descriptions are broken between words, as terminals need it', () => {
  const long = wantedDeb.map((word) => word.replace('quickly.', 'quickly, '.repeat(20)));
  const lines = control(readOptions(long), []).split('Description:')[1]?.split('\n').slice(1, -1) ?? [];
  expect(lines.length).toBe(3);
  for (const line of lines) expect(line).toMatch(/^ \S.{0,77}\S$/u);
});

test('rpm is told what it needs, whose folders are ours, and what to do after', async () => {
  const { root, entries } = await stageSloppily();
  const scripts = { afterInstall: 'echo 100 %', afterRemove: 'exit 0' };
  const text = spec(readOptions(wantedRpm), { root, entries, scripts });
  expect(text).toContain('\nRequires: libgtk-3.so.0()(64bit)\nRecommends: libsecret-1.so.0()(64bit)\n');
  expect(text).toContain('%description\nOpens a meeting – 100 %% quickly.\n');
  expect(text).toContain('%post\necho 100 %%\n');
  expect(text).toContain('%postun\nexit 0\n');
  const files = text.split('%defattr(-,root,root,-)\n')[1]?.split('\n\n')[0];
  // /opt and /usr are everybody's: an uninstalled package must not take them along.
  expect(files?.split('\n')).toEqual([
    '%dir "/opt/Visio-Agents"',
    '%dir "/opt/Visio-Agents/locales"',
    '"/opt/Visio-Agents/locales/100 %%.pak"',
    '"/opt/Visio-Agents/visio-agents"',
    '"/usr/bin/visio-agents"',
  ]);
});
