import { DOMParser } from '@xmldom/xmldom';
import { Arch, build, Platform } from 'electron-builder';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../app/build.ts';
import { icns, icnsSizes } from './icon-containers.ts';
import { layOutElectronForMac } from './testing/electron-for-mac.ts';

// electron-builder itself makes the app here, from our settings; only Electron, fuses and signatures are left out.
let directory: string;
let contents: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-mac-'));
  const icon = path.join(directory, 'icon.icns');
  await writeFile(icon, icns(new Map(icnsSizes.map((size) => [size, new Uint8Array(1)]))));
  await layOutElectronForMac(path.join(directory, 'electron'));
  await build({
    targets: Platform.MAC.createTarget('dir', Arch.arm64),
    projectDir: root,
    publish: 'never',
    config: {
      extends: 'electron-builder.yml',
      directories: { output: path.join(directory, 'made') },
      electronDist: path.join(directory, 'electron'),
      electronVersion: '45.4.1',
      electronFuses: null,
      mac: { icon, identity: null },
      // Any file does for the program: the test needs no build.
      files: ['LICENSE'],
      extraMetadata: { main: 'LICENSE' },
    },
  });
  contents = path.join(directory, 'made', 'mac-arm64', 'Visio-Agents.app', 'Contents');
}, 60_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

const text = (...names: string[]): Promise<string> => readFile(path.join(contents, ...names), 'utf8');
/** The text of what follows this key in Info.plist, e.g. all strings of a list, joined. */
const told = async (key: string): Promise<string> => {
  const plist = new DOMParser().parseFromString(await text('Info.plist'), 'text/xml');
  const found = Array.from(plist.getElementsByTagName('key')).find((each) => each.textContent === key);
  let value = found?.nextSibling;
  while (value && value.nodeType !== 1) value = value.nextSibling;
  return value?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
};

test('macOS knows that links of the scheme are for this app', async () => {
  expect(await told('CFBundleURLSchemes')).toBe('visio-agents');
  expect(await told('CFBundleIdentifier')).toBe('fr.gouv.education.visio-agents');
});

test('whoever is asked for the microphone or the camera reads why, and never Electron’s own words', async () => {
  expect(await told('NSMicrophoneUsageDescription')).toContain(
    'pour que les autres participants vous entendent',
  );
  expect(await told('NSCameraUsageDescription')).toContain('pour que les autres participants vous voient');
  expect(await told('CFBundleDevelopmentRegion')).toBe('fr');
  expect(await told('CFBundleLocalizations')).toBe('fr en');
  expect(await text('Resources', 'en.lproj', 'InfoPlist.strings')).toContain(
    'so that the other participants hear you',
  );
  expect(await text('Resources', 'fr.lproj', 'InfoPlist.strings')).toContain('vous entendent');
});

test('the app has the two languages that it speaks, and no others', async () => {
  const chromium = 'Frameworks/Electron Framework.framework/Versions/A/Resources';
  for (const folder of ['Resources', chromium]) {
    const names = await readdir(path.join(contents, folder));
    expect(names.filter((name) => name.endsWith('.lproj')).sort()).toEqual(['en.lproj', 'fr.lproj']);
  }
});

test('an older macOS says so itself, instead of starting an app that cannot run', async () => {
  expect(await told('LSMinimumSystemVersion')).toBe('13.0');
});

test('Electron can check that nobody has changed the app', async () => {
  expect(await told('ElectronAsarIntegrity')).toMatch(
    /^Resources\/app\.asar algorithm SHA256 hash [0-9a-f]{64}$/,
  );
});
