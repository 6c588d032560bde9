import { createPackage } from '@electron/asar';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContents } from './check-contents.ts';
import { contentsTable } from './contents-table.ts';

let work: string;
beforeEach(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'visio-agents-contents-'));
  for (const name of around) await put(path.join('app', name));
  for (const name of archived) await put(path.join('source', name));
  await put('source/package.json', '{ "name": "visio-agents" }');
});
afterEach(() => rm(work, { recursive: true, force: true }));

const around =
  `visio-agents chrome-sandbox chrome_crashpad_handler version icudtl.dat libffmpeg.so libEGL.so libGLESv2.so
  libvk_swiftshader.so vk_swiftshader_icd.json libvulkan.so.1 snapshot_blob.bin v8_context_snapshot.bin resources.pak
  chrome_100_percent.pak chrome_200_percent.pak locales/fr.pak locales/en-US.pak LICENSE.electron.txt
  LICENSES.chromium.html LICENSES-third-party.txt
  resources/app.asar.unpacked/out/main/keytar.node`.split(/\s+/);
const archived =
  `out/main/index.js out/main/chunks/open-app-DVYTQawp.js out/main/keytar.node out/preload/index.cjs out/renderer/index.html
  out/renderer/assets/index-CnoeIQLM.js out/renderer/assets/index-Bo8_XMXM.css
  out/renderer/assets/Marianne-Bold-CYjThbH0.woff2 out/renderer/assets/fr--error-fill-D4DFUojK.svg`.split(
    /\s+/,
  );

async function put(name: string, text = '12345'): Promise<void> {
  await mkdir(path.dirname(path.join(work, name)), { recursive: true });
  await writeFile(path.join(work, name), text);
}
async function check(): ReturnType<typeof checkContents> {
  await mkdir(path.join(work, 'app/resources'), { recursive: true });
  await createPackage(path.join(work, 'source'), path.join(work, 'app/resources/app.asar'));
  return checkContents(path.join(work, 'app'), 'linux');
}

test('an app with what it needs and nothing else passes, for a deb with its AppArmor profile', async () => {
  await expect(check()).resolves.not.toHaveLength(0);
  await put('app/resources/apparmor-profile');
  await expect(check()).resolves.not.toHaveLength(0);
});

test.each([
  ['a folder of packages', 'source/node_modules/zod/index.js', 'app.asar/node_modules/zod/index.js'],
  ['a source map', 'source/out/main/index.js.map', 'app.asar/out/main/index.js.map'],
  ['a source', 'source/src/main/index.ts', 'app.asar/src/main/index.ts'],
  ['a test', 'source/out/main/index.test.js', 'app.asar/out/main/index.test.js'],
  ['the list of what is bundled', 'source/out/bundled/main.json', 'app.asar/out/bundled/main.json'],
  ['another language', 'app/locales/de.pak', 'locales/de.pak'],
  ['a file beside the program', 'app/chromedriver', 'chromedriver'],
  ['a hidden file', 'app/.env', '.env'],
  ['Electron’s example app', 'app/resources/default_app.asar', 'resources/default_app.asar'],
  [
    'what the archive left out',
    'app/resources/app.asar.unpacked/a.node',
    'resources/app.asar.unpacked/a.node',
  ],
  ['an app beside the archive', 'app/resources/app/package.json', 'resources/app/package.json'],
])('%s that slips in is named, and fails', async (_, file, named) => {
  await put(file);
  await expect(check()).rejects.toThrow(`${named} is not on the list`);
});

test.each(['LICENSES-third-party.txt', 'LICENSES.chromium.html', 'chrome-sandbox'])(
  'an app without %s fails',
  async (file) => {
    await rm(path.join(work, 'app', file));
    await expect(check()).rejects.toThrow(/is missing/);
  },
);

test.each(['scripts', 'devDependencies', 'build'])('a package.json with %s fails', async (field) => {
  await put('source/package.json', JSON.stringify({ name: 'visio-agents', [field]: {} }));
  await expect(check()).rejects.toThrow(`package.json has ${field}`);
});

test('the table says what, how many, how much and why, and counts the archive once', async () => {
  const listed = await check();
  const lines = contentsTable(listed, 123_456);
  expect(lines).toContainEqual(expect.stringMatching(/^Chromium’s words +2 +0\.0 kB {2}French and English/));
  const archive = listed.find(({ what }) => what === 'archive')?.bytes ?? 0;
  const total = ((around.length * 5 + archive) / 1000).toFixed(1);
  expect(lines.at(-1)).toBe(`On the disk ${total} kB; the Electron that it was made of 123.5 kB.`);
});
