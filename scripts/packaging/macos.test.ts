import { DOMParser } from '@xmldom/xmldom';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '../../src/shared/settings/settings.ts';
import { root } from '../app/build.ts';
import { allowedContents } from './allowed-contents.ts';
import { readSettings } from './testing/settings.ts';

const read = (...names: string[]): Promise<string> =>
  readFile(path.join(root, 'build', 'macos', ...names), 'utf8');
const sentences = async (language: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    Array.from(
      (await read(`${language}.lproj`, 'InfoPlist.strings')).matchAll(/^"(\w+)" = "(.+)";$/gm),
      ([, key, text]) => [key, text],
    ),
  );

test('the app may compile, hear and see, and nothing else', async () => {
  const plist = new DOMParser().parseFromString(await read('entitlements.plist'), 'text/xml');
  const keys = Array.from(plist.getElementsByTagName('key')).map((key) => key.textContent);
  expect(keys).toEqual([
    'com.apple.security.cs.allow-jit',
    'com.apple.security.device.audio-input',
    'com.apple.security.device.camera',
  ]);
  expect(plist.getElementsByTagName('false')).toHaveLength(0);
  expect((await readSettings()).config.mac?.hardenedRuntime).toBe(true);
});

test('macOS says why the devices are wanted, in French, and in English to those who read English', async () => {
  const info = (await readSettings()).config.mac?.extendInfo as Record<string, unknown>;
  const french = await sentences('fr');
  const english = await sentences('en');
  expect(Object.keys(french).sort()).toEqual(['NSCameraUsageDescription', 'NSMicrophoneUsageDescription']);
  expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort());
  expect(info).toMatchObject(french);
  expect(info['CFBundleLocalizations']).toEqual(languages);
});

test('every language is in the app, where macOS looks for them, and are not swept away with other languages', async () => {
  const { config } = await readSettings();
  expect(config.mac?.extraResources).toEqual(
    languages.map((each) => ({ from: `build/macos/${each}.lproj`, to: `${each}.lproj` })),
  );
  const ofElectron = [config.electronLanguages].flat().map(String);
  expect(ofElectron.map((each) => each.slice(0, 2))).toEqual(languages);
  const isAllowed = (system: NodeJS.Platform, file: string): boolean =>
    allowedContents(system).some(({ files }) => files.test(file));
  for (const each of ofElectron) expect(isAllowed('linux', `locales/${each}.pak`)).toBe(true);
  const resources = 'Visio-Agents.app/Contents/Resources';
  for (const each of languages)
    expect(isAllowed('darwin', `${resources}/${each}.lproj/InfoPlist.strings`)).toBe(true);
});

test('the package puts one app in one place, for every user of the machine', async () => {
  expect((await readSettings()).config.pkg).toMatchObject({
    installLocation: '/Applications',
    allowAnywhere: false,
    allowCurrentUserHome: false,
    isRelocatable: false,
  });
});
