import { expect, test } from 'vitest';
import { packagesFor } from './targets.ts';

test('a fleet finds a package of its own system’s kind on each system', () => {
  expect(packagesFor('linux', 'x64')).toEqual({ targets: ['deb', 'rpm'], unpacked: 'linux-unpacked' });
  expect(packagesFor('win32', 'x64')).toEqual({ targets: ['msi', 'nsis'], unpacked: 'win-unpacked' });
  expect(packagesFor('darwin', 'x64')).toEqual({ targets: ['dmg', 'pkg'], unpacked: 'mac' });
});

test('the unpacked app is where electron-builder puts it on other processors than x64', () => {
  expect(packagesFor('darwin', 'arm64').unpacked).toBe('mac-arm64');
  expect(packagesFor('linux', 'arm64').unpacked).toBe('linux-arm64-unpacked');
});
