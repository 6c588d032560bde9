import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { libraryPackages } from '../runtimes/linux-packages.ts';
import { linuxSettings } from './linux-settings.ts';
import { readSettings } from './testing/settings.ts';

test('the packages bring every library that the program is linked with, on older and newer systems', async () => {
  const { config } = await readSettings();
  const debs = (config.deb?.depends ?? []).map((name) => name.split(' | ')[0]);
  expect(debs).toEqual(expect.arrayContaining(Object.values(libraryPackages)));
  // Debian 13 and Ubuntu 24.04 renamed these.
  for (const name of ['libasound2', 'libcups2', 'libgtk-3-0', 'libglib2.0-0', 'libatk1.0-0'])
    expect(config.deb?.depends).toContain(`${name} | ${name}t64`);
  const sonames = Object.keys(libraryPackages).map((name) => `${name}()(64bit)`);
  expect(config.rpm?.depends).toEqual(expect.arrayContaining(sonames));
});

test('a link from the desktop stands behind the end of the switches', async () => {
  const { config } = await readSettings();
  expect(config.linux?.executableArgs).toEqual(['--', '%u']);
});

test('the packages bring the command, icons of every size, changelogs and licence', async () => {
  const work = await mkdtemp(path.join(tmpdir(), 'visio-agents-linux-'));
  try {
    const date = new Date(Date.UTC(2026, 10, 22, 20, 0, 0));
    const { deb, rpm, linux } = await linuxSettings(work, { kind: 'release', version: '1.2.3', date });
    expect(await readlink(path.join(work, 'bin', 'visio-agents'))).toBe('/opt/Visio-Agents/visio-agents');
    for (const each of [deb, rpm]) {
      expect(each?.fpm).toContain(`${path.join(work, 'bin', 'visio-agents')}=/usr/bin/visio-agents`);
      expect(each?.fpm?.join()).toContain('=/usr/share/icons/hicolor/scalable/apps/visio-agents.svg');
    }
    expect(await readdir(String(linux?.icon))).toEqual(
      expect.arrayContaining(['16x16.png', '22x22.png', '48x48.png', '256x256.png', '512x512.png']),
    );
    expect(await readFile(path.join(work, 'changelog'), 'utf8')).toMatch(
      /^visio-agents \(1\.2\.3-1\) .*\n -- .+ <.+> {2}Sun, 22 Nov 2026 20:00:00 \+0000\n$/s,
    );
    const copyright = await readFile(path.join(work, 'copyright'), 'utf8');
    expect(copyright).toContain('Copyright: 2026 The Visio-Agents authors\nLicense: Expat\n');
    // A field of Debian's goes on only in lines that begin with a space.
    expect(copyright.split('License: Expat\n')[2]).toMatch(/^(?: .+\n)+$/);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});
