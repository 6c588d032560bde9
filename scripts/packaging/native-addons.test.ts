import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../app/build.ts';
import { libraryPackages } from '../runtimes/linux-packages.ts';
import { bundledPackages, type BundledPackage } from './bundled-packages.ts';
import { licenceTexts } from './licence-texts.ts';
import { nativeAddons } from './native-addons.ts';
import { readSettings } from './testing/settings.ts';

let project: string;
beforeEach(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'visio-agents-addons-'));
  await writeFile(path.join(project, 'main.js'), 'console.log(1);');
});
afterEach(() => rm(project, { recursive: true, force: true }));

/** Builds for that system; which compiled files there then are, and which packages the licences will name. */
async function built(system: NodeJS.Platform, processor: string) {
  const list = path.join(project, 'list.json');
  await build({
    configFile: false,
    root: project,
    logLevel: 'silent',
    plugins: [nativeAddons(system, processor), bundledPackages(list)],
    build: { outDir: 'out', rolldownOptions: { input: path.join(project, 'main.js') } },
  });
  const files = (await readdir(path.join(project, 'out'))).filter((name) => name.endsWith('.node'));
  return { files, listed: JSON.parse(await readFile(list, 'utf8')) as BundledPackage[] };
}

test.each(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'])(
  '%s gets keytar as it was compiled for it, and the licences name it and what is compiled into it',
  async (target) => {
    const [system = '', processor = ''] = target.split('-');
    const { files, listed } = await built(system as NodeJS.Platform, processor);
    expect(files).toEqual(['keytar.node']);
    const prebuild = path.join(root, `node_modules/keytar/prebuilds/${target}/keytar.node`);
    expect(await readFile(path.join(project, 'out/keytar.node'))).toEqual(await readFile(prebuild));
    expect(listed).toMatchObject([
      { name: '@github/keytar', folder: 'node_modules/keytar', inside: null },
      { name: 'node-addon-api', inside: '@github/keytar' },
    ]);
  },
);

test.each(['x64', 'arm64'])('Windows on %s gets its registry as well', async (processor) => {
  const { files, listed } = await built('win32', processor);
  expect(files).toEqual(['keytar.node', 'native-reg.node']);
  expect(listed.map(({ name }) => name)).toContain('native-reg');
  for (const each of listed) expect(await licenceTexts(each)).not.toHaveLength(0);
});

test('a system that nobody compiled for stops the build', async () => {
  await expect(built('linux', 's390x')).rejects.toThrow('linux-s390x/keytar.node');
});

test('the Linux packages recommend every library that keytar is linked with and the program is not', async () => {
  const file = path.join(root, 'node_modules/keytar/prebuilds/linux-x64/keytar.node');
  const linked = new Set((await readFile(file, 'latin1')).match(/lib[\w+-]+(-[\d.]+)?\.so\.\d+/g));
  expect(linked).toContain('libglib-2.0.so.0');
  const own = new Set([...Object.keys(libraryPackages), 'libc.so.6', 'libgcc_s.so.1']);
  const further = [...linked].filter((name) => !own.has(name)).sort();
  expect(further).toEqual(['libsecret-1.so.0', 'libstdc++.so.6']);
  const { config } = await readSettings();
  expect(config.deb?.recommends).toEqual(['libsecret-1-0', 'libstdc++6']);
});
