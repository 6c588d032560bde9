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

  test('keeps what everybody prints, and nothing of it holds a secret', async () => {
    for (const name of memberNames) {
      const log = await readFile(cluster.logsOf(name), 'utf8');
      for (const secret of [cluster.apiSecret, new URL(cluster.urlOf('redis-service')).password])
        expect(log).not.toContain(secret);
    }
    expect(await readFile(cluster.logsOf('nginx'), 'utf8')).toContain('"route":"/api/v1/meetings"');
  });
});
