import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterRoom } from '../../../src/service/testing/signal-client.ts';
import { meetingCalls } from '../../probe/meeting-calls.ts';
import { roomIn } from '../recovery/look-into.ts';
import { startCluster, type Cluster } from '../start-cluster.ts';

// Clients that stay in the room when their time is up, while what would end it is away.

const seconds = 15;
let cluster: Cluster;
let rooms: RoomServiceClient;
beforeAll(async () => {
  cluster = await startCluster({ settings: { VISIO_MAX_MINUTES: String(seconds / 60) } });
  rooms = new RoomServiceClient(cluster.livekitApiUrl, cluster.apiKey, cluster.apiSecret);
}, 300_000);
afterAll(() => cluster.stop());

const roomNames = async (): Promise<string[]> => (await rooms.listRooms()).map(({ name }) => name);

test('with the store away nobody stays longer than some seconds after the deadline', async () => {
  const call = meetingCalls(cluster.serviceUrl);
  const opened = await call('openMeeting', {});
  const inside = await enterRoom(cluster.livekitUrl, opened.livekitToken);
  await cluster.kill('redis-service');
  await inside.left;
  const late = Date.now() - Date.parse(opened.meeting.expiresAt);
  process.stdout.write(`store away: out ${late} ms after the deadline\n`);
  expect(late).toBeGreaterThan(-1000);
  expect(late).toBeLessThan(10_000);
  await expect(enterRoom(cluster.livekitUrl, opened.livekitToken)).rejects.toThrow('refused');
  await cluster.restart('redis-service');
  for (const name of ['service-a', 'service-b'] as const)
    await expect.poll(async () => (await cluster.ask(name, '/readyz')).status, { timeout: 10_000 }).toBe(200);
  await expect(call('rejoin', {}, opened.participationToken)).rejects.toThrow('meeting-over');
}, 60_000);

test('with the store and all instances away the timer beside LiveKit ends what is overdue, and that alone', async () => {
  const opened = await meetingCalls(cluster.serviceUrl)('openMeeting', {});
  const inside = await enterRoom(cluster.livekitUrl, opened.livekitToken);
  for (const name of ['service-a', 'service-b', 'redis-service'] as const) await cluster.kill(name);
  const own = roomIn(opened);
  const ended = (ms: number): string =>
    JSON.stringify({ v: 1, expiresAt: new Date(Date.now() - ms).toISOString() });
  const room = (name: string, ms: number) =>
    rooms.createRoom({ name, metadata: ended(ms), emptyTimeout: 300 }).then(() => name);
  const overdue = await room(own.replace(/.{5}$/, '00000'), 65_000);
  const within = await room(own.replace(/.{5}$/, '00001'), 30_000);
  const others = await room(own.replace('va-', 'va-other-'), 65_000);
  expect(await cluster.endOverdue('b')).toMatchObject({ code: 0, said: expect.stringContaining(overdue) });
  expect((await roomNames()).toSorted()).toEqual([own, within, others].toSorted());

  await rooms.updateRoomMetadata(own, ended(65_000));
  expect(await cluster.endOverdue('a')).toMatchObject({ code: 0, said: expect.stringContaining(own) });
  await inside.left;
  expect((await roomNames()).toSorted()).toEqual([within, others].toSorted());
}, 60_000);
