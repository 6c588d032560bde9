import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { limits } from '../shared/meeting-limits.ts';
import { startLivekit, type StartedLivekit } from '../../scripts/stack/livekit.ts';
import { freeUdpPort } from '../../scripts/stack/free-port.ts';
import type { Admission } from '../shared/meeting.ts';
import { eventsPath } from '../shared/meeting-events.ts';
import { startServiceProcess, type ServiceProcess } from './testing/service-process.ts';
import { enterRoom } from './testing/signal-client.ts';
import { codeOf } from './testing/test-service.ts';

let livekit: StartedLivekit;
let rooms: RoomServiceClient;
let directory: string;
let service: ServiceProcess;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  livekit = await startLivekit();
  rooms = new RoomServiceClient(livekit.httpUrl, livekit.apiKey, livekit.apiSecret);
}, 300_000);
afterAll(() => livekit.stop());
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'visio-service-'));
  environment = {
    VISIO_STORE_FILE: path.join(directory, 'store.json'),
    VISIO_LIVEKIT_API_URL: livekit.httpUrl,
    VISIO_LIVEKIT_PUBLIC_URL: livekit.url,
    VISIO_LIVEKIT_API_KEY: livekit.apiKey,
    VISIO_LIVEKIT_API_SECRET: livekit.apiSecret,
    VISIO_MAX_PARTICIPANTS: '5',
  };
  service = await startServiceProcess(environment);
});
afterEach(async () => {
  await service.stop('SIGTERM');
  await rm(directory, { recursive: true });
  // A service with another store leaves rooms alone in which a meeting may be going on.
  for (const name of await roomNames()) await rooms.deleteRoom(name);
});

const restart = async () => {
  await service.stop('SIGKILL');
  service = await startServiceProcess(environment, service.url);
};
const enter = ({ livekitUrl, livekitToken }: Admission, query?: string) =>
  enterRoom(livekitUrl, livekitToken, query);
const joined = async (link: string) => (await (await service.join(link)).json()) as Admission;
const roomNames = async () => (await rooms.listRooms()).map(({ name }) => name);

/** The code's fate, as the wire says it. */
const lookUp = async (code: string): Promise<string> => {
  const answer = await service.post('/api/v1/invitations/lookup', { code });
  return `${answer.status} ${await answer.text()}`;
};

async function* events({ participationToken }: Admission): AsyncGenerator<string> {
  const headers = { authorization: `Bearer ${participationToken}` };
  const answer = await fetch(service.url + eventsPath, { headers });
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    for (const event of decoder.decode(chunk).split('\n\n')) {
      if (event.startsWith('event:')) yield event;
    }
  }
}

test('after the end links are dead, people are out and tokens given before no longer enter, also after a restart', async () => {
  const opened = await service.open();
  const { participant, moderator = '' } = opened.meeting.links;
  const inside = await enter(opened);
  const unused = await joined(participant);

  expect(
    (await service.post('/api/v1/participation/end-meeting', {}, opened.participationToken)).status,
  ).toBe(204);
  await inside.left;
  const never = await lookUp('A'.repeat(30));
  const isDead = async () => {
    expect(await lookUp(codeOf(participant))).toBe(never);
    expect(await lookUp(codeOf(moderator))).toBe(never);
    await expect(enter(opened)).rejects.toThrow('refused');
    await expect(enter(unused)).rejects.toThrow('refused');
  };
  await isDead();
  await restart();
  await isDead();
  expect(await roomNames()).toEqual([]);
});

test('three times, 25 guests race for the 5 seats: exactly 5 are in, 20 read that the meeting is full', async () => {
  for (let round = 1; round <= 3; round += 1) {
    const opened = await service.open();
    const link = opened.meeting.links.participant;
    await service.post('/api/v1/participation/leave', {}, opened.participationToken);

    const answers = await Promise.all(Array.from({ length: 25 }, () => service.join(link)));
    const admitted = answers.filter(({ status }) => status === 200);
    const bodies = await Promise.all(
      answers.filter(({ status }) => status !== 200).map((answer) => answer.json()),
    );
    expect(admitted).toHaveLength(5);
    expect(bodies).toHaveLength(20);
    for (const body of bodies) expect(body).toMatchObject({ type: 'urn:visio-agents:failure:meeting-full' });

    const guests = await Promise.all(admitted.map((answer) => answer.json() as Promise<Admission>));
    const inside = await Promise.all(guests.map((guest) => enter(guest)));
    expect(inside.filter((one) => one.isIn())).toHaveLength(5);

    // A seat that somebody left is free at once, in LiveKit's count too.
    const [leaver] = guests;
    await service.post('/api/v1/participation/leave', {}, leaver?.participationToken);
    await inside[0]?.left;
    const next = await enter(await joined(link));
    expect(next.isIn()).toBe(true);
    expect((await service.join(link)).status).toBe(409);
    await service.post('/api/v1/participation/end-meeting', {}, opened.participationToken);
  }
});

test('a service that was killed is back with the same meeting; nobody in it noticed', async () => {
  const opened = await service.open();
  const inside = await enter(opened);
  await restart();
  const answer = await service.post('/api/v1/participation/rejoin', {}, opened.participationToken);
  const back = (await answer.json()) as Admission;
  expect(back.meeting).toEqual({ ...opened.meeting, serverNow: back.meeting.serverNow });
  expect(inside.isIn()).toBe(true);
  inside.leave();
});

test('rooms that a killed service left behind are deleted when it starts, those of others are not', async () => {
  const orphan = `va-test-${'0'.repeat(32)}`;
  const foreign = `va-test-two-${'0'.repeat(32)}`;
  for (const name of [orphan, foreign]) await rooms.createRoom({ name });
  await restart();
  await expect.poll(roomNames, { timeout: 10_000 }).toEqual([foreign]);
  await rooms.deleteRoom(foreign);
});

test('when LiveKit is killed and started again everybody is called back to the same meeting with the same deadline', async () => {
  const opened = await service.open();
  const inside = await enter(opened);
  const heard = events(opened);
  const called = heard.next();
  const { apiKey, apiSecret } = livekit;
  const ports = { http: Number(new URL(livekit.httpUrl).port), udp: await freeUdpPort() };
  await livekit.stop();
  await inside.left;
  const during = await service.post('/api/v1/participation/rejoin', {}, opened.participationToken);
  expect([during.status, during.headers.get('retry-after')]).toEqual([503, '5']);

  livekit = await startLivekit({ ports, keys: { apiKey, apiSecret } });
  expect((await called).value).toBe('event: rejoin\ndata: {}');
  await heard.return(undefined);
  const answer = await service.post('/api/v1/participation/rejoin', {}, opened.participationToken);
  const back = (await answer.json()) as Admission;
  expect(back.meeting.expiresAt).toBe(opened.meeting.expiresAt);
  expect(back.participant).toEqual(opened.participant);
  const again = await enter(back);
  expect(again.isIn()).toBe(true);
  again.leave();
});

test('a meeting ends at its deadline with everybody in it', async () => {
  await service.stop('SIGTERM');
  environment = { ...environment, VISIO_MAX_MINUTES: '0.05' };
  service = await startServiceProcess(environment);
  const opened = await service.open();
  const heard = events(opened).next();
  const inside = await enter(opened);
  await inside.left;
  expect((await heard).value).toBe('event: ended\ndata: {"reason":"time"}');
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(opened.meeting.expiresAt));
  await expect(enter(opened)).rejects.toThrow('refused');
});

test('a client can give itself neither a role nor a second place', async () => {
  const opened = await service.open();
  const attributes = Buffer.from(JSON.stringify({ 'visio.role': 'moderator' })).toString('base64');
  await expect(enter(opened, `&attributes=${encodeURIComponent(attributes)}`)).rejects.toThrow('refused');
  // LiveKit lets a token enter once more under another name for publishing alone: the service shows it out.
  const second = await enter(opened, '&publish=shadow');
  await second.left;
  expect(second.isIn()).toBe(false);
});

test('a room tells everybody in it until when it lasts, and outlasts any meeting', async () => {
  const opened = await service.open();
  const [room] = await rooms.listRooms();
  expect(JSON.parse(room?.metadata ?? '')).toEqual({
    v: 1,
    expiresAt: opened.meeting.expiresAt,
    locked: false,
    policy: { microphone: true, camera: true, screen: true },
    spotlight: null,
  });
  const longest = (limits.maxMinutes + 10) * 60;
  expect(room).toMatchObject({ emptyTimeout: longest, departureTimeout: longest, maxParticipants: 5 });
});
