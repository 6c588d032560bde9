import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRedis } from '../../../scripts/stack/redis.ts';
import { createLog } from '../operation/log.ts';
import { connectRedis, script, type Redis } from './connection.ts';
import { keysOf } from './keys.ts';
import { openRedisTime } from './redis-time.ts';

let server: Awaited<ReturnType<typeof startRedis>>;
let redis: Redis;
beforeAll(async () => {
  server = await startRedis();
  redis = await connectRedis(server.url, createLog(new PassThrough().resume()));
});
afterAll(async () => {
  await redis.close();
  await server.stop();
});

const run = (lua: string, keys: readonly string[]) => redis.run(script(lua), keys, []);

test('what is added to Redis’s clock is the same for all, changed by one of those who want to, and gone with the last meeting', async () => {
  const { read, move } = openRedisTime(redis, 'test');
  const { due } = keysOf('test');
  expect(await read(Date.now())).toMatchObject({ shift: 0, seen: 0, idle: true });
  await run(`return redis.call('ZADD', KEYS[1], 1, 'a')`, [due]);
  const mine = Date.now() + 100;
  expect(await read(mine)).toMatchObject({ shift: 0, seen: 0, idle: false });
  expect(await read(mine - 50)).toMatchObject({ seen: mine });
  expect(await read(null)).toMatchObject({ seen: mine });
  await Promise.all([move(0, 3_600_000), move(0, 3_600_000), move(0, 7_200_000)]);
  const shifted = await read(null);
  expect(shifted).toMatchObject({ shift: 3_600_000, seen: mine });
  expect(Math.abs(shifted.time - 3_600_000 - Date.now())).toBeLessThan(1000);
  await run(`return redis.call('DEL', KEYS[1])`, [due]);
  const idle = await read(mine);
  expect(idle).toMatchObject({ shift: 0, seen: 0, idle: true });
  expect(Math.abs(idle.time - Date.now())).toBeLessThan(1000);
});
