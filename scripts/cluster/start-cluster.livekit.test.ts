import { readFile } from 'node:fs/promises';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serviceApi } from '../../src/shared/service-api.ts';
import { askRedis } from '../stack/ask-redis.ts';
import { isRunning } from '../supervision/testing/processes.ts';
import { memberNames } from './members.ts';
import { startCluster, type Cluster } from './start-cluster.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ settings: { VISIO_MAX_PARTICIPANTS: '7' } });
}, 300_000);
afterAll(() => cluster.stop());

type Admission = {
  readonly meeting: { readonly id: string; readonly links: { readonly participant: string } };
  readonly livekitToken: string;
  readonly participationToken: string;
};
const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
/** As often as it takes: a LiveKit that has just lost a node offers it for new rooms for some seconds yet. */
async function open(): Promise<Admission> {
  let admission: Admission | undefined;
  const path = serviceApi.openMeeting.path;
  await expect
    .poll(
      async () => {
        const answer = await cluster.ask('service-a', path, post({ displayName: 'Anna' }));
        if (answer.status === 201) admission = (await answer.json()) as Admission;
        return answer.status;
      },
      { timeout: 20_000 },
    )
    .toBe(201);
  return admission as Admission;
}
const codeOf = ({ meeting }: Admission): string => meeting.links.participant.split('/').at(-1) ?? '';
const join = (code: string): Promise<Response> =>
  cluster.ask('service-b', serviceApi.join.path, post({ code, displayName: 'Marie Gérard' }));

/** What LiveKit says first to whoever enters by the clients' way, as text: a protobuf message keeps its strings readable. */
async function firstWords({ livekitToken }: Admission): Promise<string> {
  const socket = new WebSocket(`${cluster.livekitUrl}/rtc?access_token=${livekitToken}&protocol=16`);
  socket.binaryType = 'arraybuffer';
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  socket.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) =>
    resolve(Buffer.from(data).toString('latin1')),
  );
  socket.addEventListener('error', () => reject(new Error('refused')));
  return promise.finally(() => socket.close());
}

describe.runIf(process.platform === 'linux')('a cluster', () => {
  test('is one service: what one instance opened the other lets people into', async () => {
    const opened = await open();
    const joined = await join(codeOf(opened));
    expect(joined.status).toBe(200);
    expect(await joined.json()).toMatchObject({
      meeting: { id: opened.meeting.id },
      livekitUrl: cluster.livekitUrl,
    });
    const rooms = await new RoomServiceClient(
      cluster.livekitApiUrl,
      cluster.apiKey,
      cluster.apiSecret,
    ).listRooms();
    expect(rooms).toHaveLength(1);
  });

  test('lets clients in through nginx, and names no STUN server but its own', async () => {
    const stun = (await firstWords(await open())).match(/stuns?:[\w.:-]+/g);
    expect(stun).toHaveLength(1);
    expect(stun?.[0]).toMatch(/^stun:127\.0\.0\.1:/);
  });

  test('has the settings that were asked for', async () => {
    const { limits } = (await (await fetch(`${cluster.serviceUrl}/.well-known/visio-agents`)).json()) as {
      limits: { maxParticipants: number };
    };
    expect(limits.maxParticipants).toBe(7);
  });

  test('leaves down what is killed, until it is restarted', async () => {
    for (const name of memberNames) {
      const before = cluster.pidOf(name);
      await cluster.kill(name);
      expect(isRunning(before)).toBe(false);
      await cluster.restart(name);
      expect(isRunning(cluster.pidOf(name))).toBe(true);
      expect(cluster.pidOf(name)).not.toBe(before);
    }
  });

  test('keeps its meetings when the Redis of the service is killed', async () => {
    const opened = await open();
    await cluster.kill('redis-service');
    await cluster.restart('redis-service');
    await expect.poll(async () => (await join(codeOf(opened))).status, { timeout: 10_000 }).toBe(200);
  });

  test('goes on with one instance and one node through nginx', async () => {
    await cluster.kill('service-a');
    await cluster.kill('livekit-a');
    await expect
      .poll(
        async () => (await fetch(`${cluster.serviceUrl}${serviceApi.openMeeting.path}`, post({}))).status,
        {
          timeout: 20_000,
        },
      )
      .toBe(201);
    expect((await fetch(cluster.livekitUrl.replace('ws:', 'http:'))).status).toBe(200);
    await cluster.restart('livekit-a');
    await cluster.restart('service-a');
  });

  test('asks for a password at each Redis', async () => {
    for (const name of ['redis-livekit', 'redis-service'] as const)
      expect(await askRedis(Number(new URL(cluster.urlOf(name)).port), ['KEYS *'])).toContain('NOAUTH');
  });

  test('keeps what everybody prints, and nothing of it tells who met whom, or opens anything', async () => {
    const opened = await open();
    const joined = (await (await join(codeOf(opened))).json()) as Admission;
    await firstWords(joined);
    const headers = { authorization: `Bearer ${joined.participationToken}` };
    await fetch(`${cluster.serviceUrl}${serviceApi.leave.path}`, { ...post({}), headers });
    await (await fetch(opened.meeting.links.participant)).text();
    // Before what was printed last is there, there is nothing to look for in it.
    const nginxLog = (): Promise<string> => readFile(cluster.logsOf('nginx'), 'utf8');
    for (const route of ['/rtc', '/r/:code', '/api/v1/participation/leave', '/twirp/', '/livekit/webhook'])
      await expect.poll(nginxLog).toContain(`"route":"${route}"`);
    const secrets = [
      cluster.apiSecret,
      new URL(cluster.urlOf('redis-service')).password,
      codeOf(opened),
      opened.participationToken,
      joined.livekitToken,
      joined.participationToken,
      'Marie',
    ];
    for (const name of memberNames) {
      const log = await readFile(cluster.logsOf(name), 'utf8');
      expect({ name, shown: secrets.filter((secret) => log.includes(secret)) }).toEqual({ name, shown: [] });
    }
  });
});
