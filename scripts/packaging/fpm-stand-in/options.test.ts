import { expect, test } from 'vitest';
import { readOptions } from './options.ts';
import { wantedDeb, wantedRpm } from './testing/wanted.ts';

test('what electron-builder asks for a deb is understood, all of it', () => {
  expect(readOptions(wantedDeb)).toMatchObject({
    type: 'deb',
    name: 'visio-agents',
    version: '1.2.0~beta',
    iteration: '1',
    summary: 'meetings in one click',
    description: ['Opens a meeting – 100 % quickly.'],
    depends: ['libgtk-3-0 | libgtk-3-0t64', 'xdg-utils'],
    recommends: ['libsecret-1-0'],
    compression: 'xz',
    sources: [
      { from: '/dist/linux-unpacked/', to: '/opt/Visio-Agents' },
      { from: '/tmp/a.desktop', to: '/usr/share/applications/visio-agents.desktop' },
    ],
  });
});

test('an rpm has its summary in an option, and what it recommends in a tag', () => {
  expect(readOptions(wantedRpm)).toMatchObject({
    summary: 'meetings in one click',
    description: ['Opens a meeting – 100 % quickly.'],
    recommends: ['libsecret-1.so.0()(64bit)'],
    compression: 'xzmt',
    ownFolders: ['/opt/Visio-Agents'],
  });
});

test.each([
  ['--deb-systemd', ['--deb-systemd', 'a.service']],
  ['--force=yes', ['--force=yes']],
  ['tag', ['--rpm-tag', 'Obsoletes: visio']],
  ['no FILE=/PLACE', ['dist/linux-unpacked']],
  ['given twice', ['--name', 'other']],
])('what is not known is refused, not left out: %s', (said, args) => {
  expect(() => readOptions([...wantedRpm, ...args])).toThrow(said);
});

test('what is missing is refused', () => {
  expect(() => readOptions(wantedDeb.filter((word) => word !== '--url'))).toThrow('FILE=/PLACE');
  expect(() => readOptions([...wantedDeb, '--log'])).toThrow('--log needs a value');
  expect(() => readOptions(wantedDeb.slice(0, -4))).not.toThrow();
  expect(() => readOptions(['-s', 'dir', '-t', 'pacman'])).toThrow('not pacman');
});
