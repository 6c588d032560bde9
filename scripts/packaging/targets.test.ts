import { expect, test } from 'vitest';
import { packagesFor } from './targets.ts';

test('a fleet finds a package of its own system’s kind on each system', () => {
  expect(packagesFor('linux').targets).toEqual(['deb', 'rpm']);
  expect(packagesFor('win32').targets).toEqual(['msi', 'nsis']);
  expect(packagesFor('darwin').targets).toEqual(['dmg', 'pkg']);
});

test('Apple and Intel Macs have each their package; elsewhere there is one', () => {
  expect(packagesFor('darwin').architectures).toEqual(['arm64', 'x64']);
  expect(packagesFor('win32').architectures).toEqual(['x64']);
  expect(packagesFor('linux').architectures).toEqual(['x64']);
});
