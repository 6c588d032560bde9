import { setTimeout as sleep } from 'node:timers/promises';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import { lookup } from '../../../src/shared/meeting.ts';
import { serviceApi } from '../../../src/shared/service-api.ts';
import { askRedis } from '../../stack/ask-redis.ts';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { meetingOfTen, type MeetingOfTen } from './meeting-of-ten.ts';

// Ten people in a meeting, and everything around them dies once. What they go through is printed: seconds without sound.

let cluster: Cluster;
let ten: MeetingOfTen;
beforeAll(async () => {
  cluster = await startCluster();
}, 300_000);
afterAll(() => cluster.stop());
beforeEach(async () => {
  ten = await meetingOfTen(cluster);
}, 60_000);
afterEach(() => ten.leave());

function show(what: string, silences: readonly number[]): void {
  const seconds = silences.map((ms) => ms / 1000).toSorted((a, b) => a - b);
  const middle = seconds[Math.floor(seconds.length / 2)];
  console.log(
    `${what}: ${seconds.length} of 9 noticed${
      middle === undefined
        ? ''
        : `, half of them ${middle.toFixed(1)} s, at most ${seconds.at(-1)?.toFixed(1)} s`
    }`,
  );
}

/** Everybody is in the same meeting as before, until the same moment. */
function expectSameMeeting(): void {
  for (const client of ten.clients) {
    expect(client.over()).toBeNull();
    expect(client.admission()?.meeting.id).toBe(ten.opened.meeting.id);
    expect(client.admission()?.meeting.expiresAt).toBe(ten.opened.meeting.expiresAt);
  }
}

async function empty(name: 'redis-livekit' | 'redis-service'): Promise<void> {
  const { port, password } = new URL(cluster.urlOf(name));
  const login = password === '' ? [] : [`AUTH ${decodeURIComponent(password)}`];
  expect(await askRedis(Number(port), [...login, 'FLUSHALL'])).toContain('+OK');
}

const lookUp = async (): Promise<Response> =>
  fetch(new URL(serviceApi.lookUp.path, cluster.serviceUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: ten.opened.meeting.links.participant.split('/').at(-1) }),
  });

test.each(['service-a', 'service-b', 'redis-service', 'redis-livekit'] as const)(
  'nobody hears that %s was killed and came back',
  async (name) => {
    const silences = await ten.silences(() => cluster.kill(name));
    show(`${name} killed`, silences);
    expect(silences).toEqual([]);
    expect(await ten.silences(() => cluster.restart(name))).toEqual([]);
    expectSameMeeting();
    const found = await lookUp();
    expect(lookup.parse(await found.json()).expiresAt).toBe(ten.opened.meeting.expiresAt);
  },
);

test('everybody is back after the load balancer was killed and started again', async () => {
  const silences = await ten.silences(async () => {
    await cluster.kill('nginx');
    await sleep(1000);
    await cluster.restart('nginx');
  });
  show('nginx killed, back after 1 s', silences);
  expect(ten.clients.map((client) => client.over())).toEqual(ten.clients.map(() => null));
  expectSameMeeting();
});

test.each(['livekit-a', 'livekit-b'] as const)('everybody is back after %s was killed', async (name) => {
  const silences = await ten.silences(() => cluster.kill(name));
  show(`${name} killed`, silences);
  // The goal is five seconds; what fails here is a way back that is broken, not a machine that is busy.
  expect(Math.max(0, ...silences)).toBeLessThan(15_000);
  expectSameMeeting();
  // Nobody is moved back.
  expect(await ten.silences(() => cluster.restart(name))).toEqual([]);
});

test('when the media servers’ Redis has lost its data, whoever comes gets in, and all are together', async () => {
  await empty('redis-livekit');
  const rejoin = async (): Promise<number> => {
    const headers = {
      authorization: `Bearer ${ten.opened.participationToken}`,
      'content-type': 'application/json',
    };
    const url = new URL(serviceApi.rejoin.path, cluster.serviceUrl);
    return (await fetch(url, { method: 'POST', headers, body: '{}' })).status;
  };
  // Until its nodes have made themselves known again LiveKit places no room at all.
  const silences = await ten.silences(async () => {
    await expect.poll(rejoin, { timeout: 10_000 }).toBe(200);
  });
  show('LiveKit’s Redis emptied, somebody comes back', silences);
  expectSameMeeting();
  const rooms = new RoomServiceClient(cluster.livekitApiUrl, cluster.apiKey, cluster.apiSecret);
  await expect
    .poll(async () => {
      const names = (await rooms.listRooms()).map(({ name }) => name);
      const people = await Promise.all(names.map((name) => rooms.listParticipants(name)));
      return people.map((each) => each.length);
    })
    .toContain(10);
});

test('when the service’s Redis has lost its data links are dead, and the meeting goes on to its end', async () => {
  expect(await ten.silences(() => empty('redis-service'))).toEqual([]);
  expect((await lookUp()).status).toBe(404);
  expect(ten.clients.map((client) => client.over())).toEqual(ten.clients.map(() => null));
});
