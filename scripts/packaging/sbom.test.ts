import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { expect, test } from 'vitest';
import type { BundledPackage } from './bundled-packages.ts';
import { licenceOf } from './licences.ts';
import type { LockFile } from './lock-file.ts';
import { writeSbom } from './sbom.ts';

const integrity = `sha512-${Buffer.alloc(64, 0xab).toString('base64')}`;
const lock: LockFile = {
  devDependencies: {},
  packages: {
    'node_modules/@some/carrier': { version: '2.0.0', license: 'Apache-2.0', integrity },
    'node_modules/inner': { version: '1.0.1', license: '(Apache-2.0 AND BSD-3-Clause)', integrity },
    'node_modules/vite': { version: '8.0.0', license: 'MIT', integrity },
  },
};
const part = (name: string, version: string, more: Partial<BundledPackage> = {}): BundledPackage => ({
  name,
  version,
  folder: `node_modules/${name}`,
  inside: null,
  helper: false,
  ...more,
});
const parts = [
  part('inner', '1.0.0', { inside: '@some/carrier' }),
  part('vite', '8.0.0', { helper: true }),
  part('@some/carrier', '2.0.0'),
];
const sbom = (bundled = parts): string =>
  writeSbom({
    app: { name: 'visio-agents', version: '9.9.9', licence: 'MIT' },
    electron: '45.0.0',
    bundled,
    lock,
    licenceOf,
    date: new Date('2026-11-22T00:00:00Z'),
  });

test('the list is CycloneDX 1.6, to the letter of its schema', async () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  expect(await validator.validate(sbom())).toBeNull();
  // Or the check would check nothing.
  expect(await validator.validate(sbom().replace('"library"', '"librairie"'))).not.toBeNull();
});

test('the same app gives the same list, byte for byte', () => {
  expect(sbom(parts.toReversed())).toBe(sbom());
  expect(sbom()).not.toContain('serialNumber');
});

test('a scanner finds each part by its address, with its licence and checksum', () => {
  const { metadata, components } = JSON.parse(sbom()) as {
    metadata: { timestamp: string; component: { name: string; version: string } };
    components: { purl: string }[];
  };
  expect(metadata).toMatchObject({
    timestamp: '2026-11-22T00:00:00.000Z',
    component: { name: 'visio-agents', version: '9.9.9' },
  });
  expect(components.map(({ purl }) => purl).sort()).toEqual([
    'pkg:github/electron/electron@v45.0.0',
    'pkg:npm/%40some/carrier@2.0.0',
    'pkg:npm/vite@8.0.0',
  ]);
  expect(components.find(({ purl }) => purl.includes('carrier'))).toMatchObject({
    group: '@some',
    licenses: [{ license: { id: 'Apache-2.0' } }],
    hashes: [{ alg: 'SHA-512', content: 'ab'.repeat(64) }],
    components: [
      { purl: 'pkg:npm/inner@1.0.0', licenses: [{ expression: '(Apache-2.0 AND BSD-3-Clause)' }] },
    ],
  });
});

test('no checksum is claimed for what is inside another package: it may not be what is installed here', () => {
  const inner = /"pkg:npm\/inner@1\.0\.0",[^}]*/.exec(sbom())?.[0];
  expect(inner).not.toContain('hashes');
  expect(sbom().match(/SHA-512/g)).toHaveLength(2);
});
