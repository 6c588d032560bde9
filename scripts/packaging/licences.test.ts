import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../app/build.ts';
import type { BundledPackage } from './bundled-packages.ts';
import { licenceTexts } from './licence-texts.ts';
import { licenceOf, writeLicences } from './licences.ts';
import type { LockFile } from './lock-file.ts';

const bundled = (name: string, inside: string | null = null): BundledPackage => ({
  name,
  version: '1.2.3',
  folder: `node_modules/${name}`,
  inside,
  helper: false,
});
const lock = (licences: Readonly<Record<string, string>>): LockFile => ({
  devDependencies: {},
  packages: Object.fromEntries(
    Object.entries(licences).map(([name, license]) => [`node_modules/${name}`, { license }]),
  ),
});

test.each([
  'GPL-3.0-only',
  'MIT AND GPL-2.0-only',
  'MIT OR GPL-3.0-only',
  'Remix Icon License 1.0',
  'UNLICENSED',
])('a package under %s is not packaged before somebody has decided it', (licence) => {
  expect(() => licenceOf(bundled('some'), lock({ some: licence }))).toThrow(
    `some is in the app under ${licence}`,
  );
});

test('a package that names no licence is refused', () => {
  expect(() => licenceOf(bundled('some'), lock({}))).toThrow('some is in the app under no licence');
});

test('licences that only want to be passed on are accepted, alone and together', () => {
  expect(licenceOf(bundled('some'), lock({ some: '(Apache-2.0 AND BSD-3-Clause)' }))).toContain('Apache-2.0');
});

test('a reader finds every package with its version, its licence and the words of it, each text once', async () => {
  const text = await writeLicences({
    version: '9.9.9',
    own: 'Our own words.',
    bundled: [bundled('one'), bundled('two', 'one'), bundled('three')],
    lock: lock({ one: 'MIT', two: 'MIT', three: 'ISC' }),
    textsOf: async ({ name }) => [name === 'three' ? 'Words of three.' : 'Words of one and two.'],
  });
  expect(text).toContain('Visio-Agents 9.9.9');
  expect(text).toContain('Our own words.');
  for (const line of ['one 1.2.3: MIT', 'two 1.2.3: MIT (inside one)', 'three 1.2.3: ISC'])
    expect(text).toContain(line);
  expect(text.split('Words of one and two.')).toHaveLength(2);
  expect(text).toMatch(/one 1\.2\.3\ntwo 1\.2\.3\n-+\n\nWords of one and two\./);
  expect(text).toContain('Words of three.');
});

test('what the State reserves is said, which the npm package does not', async () => {
  const text = await writeLicences({
    version: '1',
    own: '',
    bundled: [],
    lock: lock({}),
    textsOf: async () => [],
  });
  expect(text).toContain('Marianne est\n  exclue de cette licence');
});

test('a package without the words of its licence stops the packaging', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-licence-'));
  const folder = path.relative(root, directory);
  try {
    await expect(licenceTexts({ name: 'some', folder })).rejects.toThrow(
      'some is in the app and brings no text',
    );
    await writeFile(path.join(directory, 'LICENCE.md'), '\nSome words.\r\n');
    await writeFile(path.join(directory, 'NOTICE'), 'More.');
    expect(await licenceTexts({ name: 'some', folder })).toEqual(['Some words.', 'More.']);
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('packages that bring no file get the whole text all the same', async () => {
  const texts = (name: string): Promise<string[]> => licenceTexts({ name, folder: `node_modules/${name}` });
  const [icons = ''] = await texts('@remixicon/react');
  expect(icons).toContain('Apache License');
  expect(icons).toContain('9. Accepting Warranty or Additional Liability.');
  expect(await texts('@bufbuild/protobuf')).toEqual([
    icons,
    expect.stringMatching(/^Copyright 2008 Google Inc\./),
  ]);
});

test('of Vite’s licences only its own is ours to pass on', async () => {
  const [text = ''] = await licenceTexts({ name: 'vite', folder: 'node_modules/vite' });
  expect(text).toContain('Permission is hereby granted');
  expect(text.length).toBeLessThan(2_000);
});
