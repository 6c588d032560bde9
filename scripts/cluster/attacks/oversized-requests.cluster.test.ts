import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchange } from '../../../src/service/hostile/raw-exchange.ts';
import { maxBody } from '../../../src/service/app.ts';
import { meetingCalls } from '../../probe/meeting-calls.ts';
import { codeOf } from '../recovery/code-of.ts';
import { startCluster, type Cluster } from '../start-cluster.ts';

// One client sends what is refused before it is read, as fast as it can; another one uses the service.

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
}, 300_000);
afterAll(() => cluster.stop());

const json = 'Content-Type: application/json';
/** What is refused unread: too large by one byte and by far, and of any size under a coding or of another type. */
const requests = [
  ...[maxBody + 1, 20_000, 60_000, 65_536, 65_537, 1_000_000].map((length) => ({ length, headers: [json] })),
  ...[maxBody, 1000].map((length) => ({ length, headers: [json, 'Content-Encoding: gzip'] })),
  { length: maxBody, headers: ['Content-Type: text/plain'] },
];
const asText = (host: string, { length, headers }: (typeof requests)[number]): string =>
  [
    'POST /api/v1/invitations/join HTTP/1.1',
    `Host: ${host}`,
    ...headers,
    `Content-Length: ${length}`,
    'Connection: close',
    '',
    'a'.repeat(length),
  ].join('\r\n');

test('whoever sends bodies that are refused unread is refused, and nobody else notices', async () => {
  const { host, port } = new URL(cluster.serviceUrl);
  const call = meetingCalls(cluster.serviceUrl);
  const code = codeOf(await call('openMeeting', {}));
  const over = new AbortController();
  const refused = new Map<string, number>();
  const attack = async (): Promise<void> => {
    while (!over.signal.aborted)
      for (const each of requests) {
        const answer = await exchange(Number(port), asText(host, each));
        const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'reset';
        refused.set(status, (refused.get(status) ?? 0) + 1);
      }
  };
  const attackers = Array.from({ length: 8 }, attack);
  const noticed = new Map<string, number>();
  const note = (error: unknown): void => {
    noticed.set(String(error), (noticed.get(String(error)) ?? 0) + 1);
  };
  const use = async (): Promise<void> => {
    for (let n = 0; n < 375; n += 1) {
      await call('lookUp', { code }).catch(note);
      await call('discovery', undefined).catch(note);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: 4 }, use));
  over.abort();
  await Promise.all(attackers);
  const total = [...refused.values()].reduce((sum, each) => sum + each, 0);
  process.stdout.write(
    `3,000 requests of a neighbour beside ${total} that were refused, ${Math.round((total / (performance.now() - begun)) * 1000)} a second: ${JSON.stringify([...refused])}\n`,
  );
  expect([...noticed]).toEqual([]);
  // nginx closes on whoever still writes a megabyte: its answer may be lost on the way to them, and to nobody else.
  expect([...refused.keys()].filter((status) => !['400', '413', 'reset'].includes(status))).toEqual([]);
}, 120_000);
