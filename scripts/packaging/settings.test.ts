import type { Configuration } from 'electron-builder';
import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../app/build.ts';
import { readSettings } from './testing/settings.ts';

test('electron-builder knows every setting, for the three systems', async () => {
  const { config } = await readSettings();
  for (const system of ['linux', 'win', 'mac'] as const) expect(config[system]).toBeTypeOf('object');
});

test.each(['linux', 'deb', 'rpm', 'win', 'nsis', 'msi', 'mac', 'dmg', 'pkg', 'electronFuses'])(
  'a misspelt setting of « %s » stops the packaging',
  async (section) => {
    const misspelt = { [section]: { perMaschine: true } } as Configuration;
    await expect(readSettings(misspelt)).rejects.toThrow(`configuration.${section}`);
  },
);

test('what every file of the settings is named after exists', async () => {
  const { config } = await readSettings();
  const named = filesIn(config);
  // At least these, or the walk has lost its way.
  expect(named).toContain('windows/installer.nsh');
  expect(named).toContain('build/macos/entitlements.plist');
  expect(named).toContain('./scripts/packaging/windows-msi.ts');
  for (const file of named) {
    const places = [path.resolve(root, 'build', file), path.resolve(root, file)];
    await expect(
      Promise.any(places.map((place) => access(place))),
      `${file} is not there`,
    ).resolves.toBeUndefined();
  }
});

const namesAFile =
  /^(include|icon|from|license|entitlements\w*|(before|after)\w+|msiProjectCreated|\w*Scripts?|desktop)$/;

/** The values of settings that name files of the project; what `out/` holds is made while packaging. */
function filesIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return namesAFile.test(key) && !value.startsWith('out/') && value !== '.' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    filesIn(inner, Array.isArray(value) && typeof inner === 'string' ? key : name),
  );
}

test('macOS is asked for the version that Electron itself needs', async () => {
  const readme = await readFile(createRequire(import.meta.url).resolve('electron/README.md'), 'utf8');
  const { config } = await readSettings();
  // Electron names the version; when it names a later one, the settings and the documentation must follow.
  expect(/macOS \((\w+) and up\)/.exec(readme)?.[1]).toBe('Ventura');
  expect(config.mac?.minimumSystemVersion).toBe('13.0');
});
