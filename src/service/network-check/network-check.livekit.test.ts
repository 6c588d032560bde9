import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLivekit, type StartedLivekit } from '../../../scripts/stack/livekit.ts';
import type { NetworkCheckGrant } from '../../shared/network-check.ts';
import { connectMediaServer } from '../livekit/media-server.ts';
import { createLog } from '../operation/log.ts';
import { createPeriodicTasks } from '../meetings/reconciling/periodic-tasks.ts';
import { startServiceProcess } from '../testing/service-process.ts';
import { enterRoom } from '../testing/signal-client.ts';
import { createNetworkChecks } from './network-checks.ts';

let livekit: StartedLivekit;
let rooms: RoomServiceClient;
beforeAll(async () => {
  livekit = await startLivekit();
  rooms = new RoomServiceClient(livekit.httpUrl, livekit.apiKey, livekit.apiSecret);
}, 300_000);
afterAll(() => livekit.stop());

const log = createLog(new PassThrough().resume());
const roomNames = async () => (await rooms.listRooms()).map(({ name }) => name);

/** The real rooms, with another lifetime than the service's minute. */
function checksFor(lifetimeMs: number) {
  const { httpUrl: apiUrl, url: livekitUrl, apiKey, apiSecret } = livekit;
  return createNetworkChecks(
    {
      store: { now: Date.now },
      media: connectMediaServer({ apiUrl, apiKey, apiSecret, clock: Date.now, log }),
      instanceName: 'test',
      livekitUrl,
      randomBytes,
    },
    { lifetimeMs, atOnce: 2 },
  );
}

test('whoever is in the room when its time is over is put out, the room is gone, and the token opens nothing', async () => {
  const checks = checksFor(1500);
  const periodicTasks = createPeriodicTasks(
    [{ name: 'network checks', everyMs: 50, run: checks.endDue }],
    log,
  );
  periodicTasks.start();
  const granted = await checks.grant();
  if (!granted.ok) throw new Error(granted.error.code);
  const { livekitUrl, livekitToken, endsAt } = granted.value;
  const inside = await enterRoom(livekitUrl, livekitToken);
  await inside.left;
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(endsAt));
  expect(await roomNames()).toEqual([]);
  await expect(enterRoom(livekitUrl, livekitToken)).rejects.toThrow('refused');
  await periodicTasks.stop();
});

test('a room that everybody has left is ended by LiveKit itself if no instance is left to do it', async () => {
  const granted = await checksFor(1000).grant();
  if (!granted.ok) throw new Error(granted.error.code);
  const inside = await enterRoom(granted.value.livekitUrl, granted.value.livekitToken);
  inside.leave();
  await expect.poll(roomNames, { timeout: 15_000 }).toEqual([]);
});

test('a service that is told to stop puts out whoever tries the network, and leaves no room behind', async () => {
  const service = await startServiceProcess({
    VISIO_LIVEKIT_API_URL: livekit.httpUrl,
    VISIO_LIVEKIT_PUBLIC_URL: livekit.url,
    VISIO_LIVEKIT_API_KEY: livekit.apiKey,
    VISIO_LIVEKIT_API_SECRET: livekit.apiSecret,
  });
  const answer = await service.post('/api/v1/network-check', {});
  const { livekitUrl, livekitToken } = (await answer.json()) as NetworkCheckGrant;
  const inside = await enterRoom(livekitUrl, livekitToken);
  expect(await roomNames()).toHaveLength(1);
  expect(await service.stop('SIGTERM')).toBe(0);
  await inside.left;
  expect(await roomNames()).toEqual([]);
});
