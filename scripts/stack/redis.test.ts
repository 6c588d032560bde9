import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openGuard } from '../supervision/guard.ts';
import { isRunning } from '../supervision/testing/processes.ts';
import { askRedis } from './ask-redis.ts';
import { startRedis, type StartedRedis } from './redis.ts';

const started: StartedRedis[] = [];
afterEach(async () => {
  for (const one of started.splice(0)) await one.stop();
});
async function start(...request: Parameters<typeof startRedis>): Promise<StartedRedis> {
  const redis = await startRedis(...request);
  started.push(redis);
  return redis;
}
const answers = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port }, () => resolve(true));
    socket.once('connect', () => socket.destroy()).once('error', () => resolve(false));
  });

describe.runIf(process.platform === 'linux')('a Redis for tests', () => {
  test('answers on loopback and on no other address of this machine', async () => {
    const { port, url } = await start();
    expect(url).toBe(`redis://127.0.0.1:${port}`);
    expect(await askRedis(port, ['SET a 1', 'GET a'])).toContain('+OK\r\n$1\r\n1');
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one?.family === 'IPv4' && !one.internal);
    for (const one of outside) expect(await answers(one?.address ?? '', port)).toBe(false);
  });

  test('with appendOnly knows after a kill all that it had answered for', async () => {
    const redis = await start({ appendOnly: true });
    await askRedis(redis.port, ['SET kept 1']);
    const before = redis.pid();
    await redis.kill();
    expect(isRunning(before)).toBe(false);
    expect(await askRedis(redis.port, ['PING'])).toBe('');
    await redis.restart();
    expect(redis.pid()).not.toBe(before);
    expect(await askRedis(redis.port, ['GET kept'])).toContain('$1\r\n1');
  });

  test('without it forgets everything when it is restarted', async () => {
    const redis = await start();
    await askRedis(redis.port, ['SET gone 1']);
    await redis.restart();
    expect(await askRedis(redis.port, ['GET gone'])).toContain('$-1');
  });

  test('leaves nothing behind: neither process nor directory, also when only its guard is closed', async () => {
    const own = await startRedis();
    await own.stop();
    expect(existsSync(own.directory)).toBe(false);
    expect(isRunning(own.pid())).toBe(false);

    const guard = openGuard();
    const guarded = await startRedis({ guard, appendOnly: true });
    await guard.close();
    await expect.poll(() => isRunning(guarded.pid())).toBe(false);
    expect(existsSync(guarded.directory)).toBe(false);
  });

  test('keeps the files of a directory that somebody else owns, and refuses a port that is taken', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-redis-test-'));
    const one = await startRedis({ directory, appendOnly: true });
    await expect(startRedis({ port: one.port })).rejects.toThrow('Redis did not start');
    await one.stop();
    expect(existsSync(path.join(directory, 'appendonlydir'))).toBe(true);
    await rm(directory, { recursive: true });
  });
});
