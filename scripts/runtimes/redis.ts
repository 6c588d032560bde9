import { Unprepared, type Log } from '../log.ts';
import { withGuard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { inPath } from './in-path.ts';
import { prepareLinux } from './linux-libraries.ts';

/** A Redis server: to be started with `redisName` as its own name. */
export type RedisProgram = { readonly path: string; readonly version: string };
type RedisOptions = { readonly log: Log; readonly env?: NodeJS.ProcessEnv };

/** Redis is one program that decides by its name what it is. */
export const redisName = 'redis-server';
const oldest = 7;

/**
 * Finds a Redis server (7 or later) in the PATH: `redis-server`, or the same program as Debian's package redis-tools
 * has it, which brings no server that runs by itself. Root on Debian gets that package installed.
 * @throws {Unprepared} with a sentence that says what to do.
 */
export async function resolveRedis({ log, env = process.env }: RedisOptions): Promise<RedisProgram> {
  const found = await find(env);
  if (found) return found;
  await prepareLinux({ for: 'redis', log });
  const installed = await find(env);
  if (installed) return installed;
  throw new Unprepared(
    `There is no Redis ${oldest} or later here: install one, so that redis-server is in the PATH.`,
  );
}

async function find(env: NodeJS.ProcessEnv): Promise<RedisProgram | null> {
  for (const name of [redisName, 'redis-check-rdb']) {
    const path = await inPath(name, env);
    const version = path && (await versionOf(path, env));
    if (path && version) return { path, version };
  }
  return null;
}

/** `redis-server --version` prints `Redis server v=7.0.15 sha=…`; null if it is too old, or does not run. */
async function versionOf(file: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const { code, stdout } = await withGuard((guard) =>
    run(guard, file, ['--version'], { env, argv0: redisName, timeoutMs: 10_000 }),
  );
  const version = code === 0 ? /v=(\d+\.\d+\.\d+)/.exec(stdout)?.[1] : undefined;
  return version !== undefined && Number.parseInt(version) >= oldest ? version : null;
}
