import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Log } from '../log.ts';
import { redisName, resolveRedis } from '../runtimes/redis.ts';
import { openGuard, type Guard } from '../supervision/guard.ts';
import { createProgram, type Program } from '../supervision/program.ts';
import { isRedisReady } from './ask-redis.ts';
import { freeTcpPort } from './free-port.ts';

type RedisRequest = {
  /** Whose end is also the end of this Redis; without one it ends with the process that asked for it. */
  readonly guard?: Guard;
  /** Keep what is written, a second late at most; without it a restart forgets everything. */
  readonly appendOnly?: boolean;
  /** Without one a free port is taken. */
  readonly port?: number;
  /** Where it keeps its files; without one a directory that is removed at the end. */
  readonly directory?: string;
  readonly log?: Log;
};
export type StartedRedis = {
  /** `redis://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  readonly directory: string;
  /** Of the latest start. */
  readonly pid: () => number;
  /** As `kill -9`; it stays down until it is restarted. */
  readonly kill: () => Promise<void>;
  /** On the same port, with the same directory; kills it first if it is still there. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * A Redis of one's own, for tests and tools, on loopback only. No file of the system's Redis is read or written.
 * @throws {Unprepared} if there is no Redis to be had.
 */
export async function startRedis(request: RedisRequest = {}): Promise<StartedRedis> {
  const { log = () => undefined, appendOnly = false } = request;
  const { path: executable } = await resolveRedis({ log });
  const guard = request.guard ?? openGuard();
  try {
    const directory = request.directory ?? (await mkdtemp(path.join(tmpdir(), 'visio-agents-redis-')));
    if (request.directory === undefined) guard.removeAtEnd(directory);
    const { port, program } = await launch({ executable, guard, log, directory, appendOnly }, request.port);
    return {
      url: `redis://127.0.0.1:${port}`,
      port,
      directory,
      pid: program.pid,
      kill: () => program.stop(0),
      async restart() {
        await program.stop(0);
        await program.start();
      },
      async stop() {
        await program.stop(2000);
        if (request.directory === undefined) {
          await rm(directory, { recursive: true, force: true });
          guard.keep(directory);
        }
        if (request.guard === undefined) await guard.close();
      },
    };
  } catch (error) {
    if (request.guard === undefined) await guard.close();
    throw error;
  }
}

type Launch = {
  readonly executable: string;
  readonly guard: Guard;
  readonly log: Log;
  readonly directory: string;
  readonly appendOnly: boolean;
};

async function launch(
  { executable, guard, log, directory, appendOnly }: Launch,
  given: number | undefined,
): Promise<{ readonly port: number; readonly program: Program }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = given ?? (await freeTcpPort());
    const keeping = appendOnly
      ? ['--appendonly', 'yes', '--appendfsync', 'everysec']
      : ['--appendonly', 'no'];
    const program: Program = createProgram(
      {
        name: 'Redis',
        command: executable,
        argv0: redisName,
        // Without a file as first argument it reads none. No snapshots: `appendOnly` alone decides what is kept.
        args: [
          ...`--port ${port} --bind 127.0.0.1 --daemonize no`.split(' '),
          '--save',
          '',
          '--dir',
          directory,
          ...keeping,
        ],
        env: process.env,
        isReady: () => isRedisReady(port, program.pid()),
        readyWithinMs: 20_000,
      },
      { guard, log },
    );
    try {
      await program.start();
      return { port, program };
    } catch (error) {
      if (given !== undefined || attempt === 3) throw error;
      log('Redis did not start on the port that was free a moment ago; another is tried.');
    }
  }
}
