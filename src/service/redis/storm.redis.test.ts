import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRedis } from '../../../scripts/stack/redis.ts';
import type { Waiting } from '../../shared/meeting.ts';
import { createLog } from '../operation/log.ts';
import { listenTo } from '../testing/listen-to.ts';
import { peopleOf } from '../testing/moderator.ts';
import { startTestService } from '../testing/test-service.ts';
import { connectRedis, type Redis } from './connection.ts';
import { keysOf } from './keys.ts';
import { createRedisStore } from './redis-store.ts';

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

test('those who wait may open and close as many streams as they like: each is one write of the document, and moderators are answered', async () => {
  const service = await startTestService({}, () =>
    createRedisStore({ redis, instanceName: 'test', clock: Date.now }),
  );
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  const people = peopleOf(service);
  const opener = await service.open();
  await people.moderate(opener, { action: 'set-waiting-room', on: true });
  const crowd: Waiting[] = [];
  for (let n = 0; n < 8; n += 1)
    crowd.push((await people.tryToJoin(opener.meeting.links.participant, 'Voleur')).json<Waiting>());
  const changes = async () =>
    Number(await redis.hashField(keysOf('test').meeting(opener.meeting.id), 'changes'));
  const before = await changes();
  const storm = crowd.map(async (each) => {
    for (let n = 0; n < 8; n += 1) {
      const stream = await listenTo(service, each);
      await stream.next();
      if (stream.status === 200) stream.hangUp();
    }
  });
  const moderated = [];
  for (let n = 0; n < 6; n += 1)
    moderated.push((await people.moderate(opener, { action: 'set-waiting-room', on: n % 2 > 0 })).statusCode);
  expect(moderated).toEqual(Array(6).fill(204));
  await Promise.all(storm);
  // The moderator's last change stands behind all that were made before.
  await people.moderate(opener, { action: 'set-waiting-room', on: false });
  await expect.poll(async () => (await changes()) - before).toBe(8 + 7);
  await service.app.close();
});
