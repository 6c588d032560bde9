import path from 'node:path';
import { Unprepared, type Log } from '../log.ts';
import { withGuard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { assemble, cacheRoot, exists, openCache } from './cache.ts';
import { inPath } from './in-path.ts';
import { fetchRelease, releaseFor } from './livekit-release.ts';
import { buildWithGo } from './livekit-go.ts';

type Livekit = {
  readonly path: string;
  readonly version: string;
  readonly source: 'variable' | 'path' | 'cache' | 'release' | 'go';
};
type LivekitOptions = {
  readonly log: Log;
  readonly env?: NodeJS.ProcessEnv;
  readonly platform?: NodeJS.Platform;
  readonly arch?: string;
  readonly fetch?: typeof globalThis.fetch;
};

const pinnedLivekit = '1.13.5';

/**
 * Finds a LiveKit server: `$VISIO_LIVEKIT_SERVER`, `livekit-server` in the PATH (1.13 or later), our cache, the official
 * release (by pinned SHA-256), or built by Go from the pinned version (checked by Go's checksum database).
 * @throws {Unprepared} with a sentence that says what to do.
 */
export async function resolveLivekit({
  log,
  env = process.env,
  platform = process.platform,
  arch = process.arch,
  fetch = globalThis.fetch,
}: LivekitOptions): Promise<Livekit> {
  const chosen = env['VISIO_LIVEKIT_SERVER'];
  if (chosen) {
    const version = await versionOf(chosen, env);
    if (version === null)
      throw new Unprepared(
        `VISIO_LIVEKIT_SERVER is ${chosen}, which is not a LiveKit server that runs here.`,
      );
    return { path: chosen, version, source: 'variable' };
  }

  const executable = platform === 'win32' ? 'livekit-server.exe' : 'livekit-server';
  const installed = await inPath(executable, env);
  const version = installed && (await versionOf(installed, env));
  if (installed && version) {
    if (isRecentEnough(version)) return { path: installed, version, source: 'path' };
    log(
      `${installed} is LiveKit ${version}; ${pinnedLivekit} or a later 1.x is needed, so it is left aside.`,
    );
  }

  const cache = await openCache(cacheRoot(env));
  const directory = path.join(cache, 'livekit', `${pinnedLivekit}-${platform}-${arch}`);
  const found = { path: path.join(directory, executable), version: pinnedLivekit };
  if (await exists(found.path)) return { ...found, source: 'cache' };

  log(`LiveKit server ${pinnedLivekit} is not here yet: it is got once and kept in ${directory}.`);
  return withGuard(async (guard) => {
    const release = releaseFor(platform, arch);
    const obstacles: string[] = [];
    const get = async (
      source: 'release' | 'go',
      build: (draft: string) => Promise<void>,
    ): Promise<Livekit | null> => {
      try {
        await assemble(directory, guard, build);
        return { ...found, source };
      } catch (error) {
        if (!(error instanceof Unprepared)) throw error;
        obstacles.push(error.message);
        log(error.message);
        return null;
      }
    };
    const got =
      (release &&
        (await get('release', (draft) => fetchRelease(release, draft, executable, { guard, log, fetch })))) ??
      (await get('go', (draft) => buildWithGo(pinnedLivekit, draft, executable, { guard, log, env })));
    if (got) return got;
    const hint = platform === 'darwin' ? '`brew install livekit`' : 'put a LiveKit server in the PATH';
    throw new Unprepared(
      `No LiveKit server could be got. ${obstacles.join(' ')} Either ${hint}, or name one in VISIO_LIVEKIT_SERVER, or install Go (https://go.dev/dl) and start again.`,
    );
  });
}

/** `livekit-server --version` prints `livekit-server version 1.13.5`. */
async function versionOf(file: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const { code, stdout } = await withGuard((guard) =>
    run(guard, file, ['--version'], { env, timeoutMs: 10_000 }),
  );
  return (code === 0 && /version v?(\d+\.\d+\.\d+)/.exec(stdout)?.[1]) || null;
}

function isRecentEnough(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor = 0] = pinnedLivekit.split('.').map(Number);
  return major === wantedMajor && (minor ?? 0) >= wantedMinor;
}
