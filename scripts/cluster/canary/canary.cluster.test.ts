import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterRoom } from '../../../src/service/testing/signal-client.ts';
import type { MemberName } from '../members.ts';
import { roomIn } from '../recovery/look-into.ts';
import { broken } from './broken-requests.ts';
import { everywhere } from './everywhere.ts';
import { addresses, openKnownMeeting, people, type KnownMeeting } from './known-meeting.ts';
import { readAll, toldToRedis } from './look-through.ts';
import { startListeningCluster, type ListeningCluster } from './start-listening-cluster.ts';
import { createSearch, type Canaries } from './traces.ts';
import { createVisitor } from './visitor.ts';
import { wholeLife } from './whole-life.ts';

// Whatever must not be written is known beforehand, is sent to every door in every way, and is looked for afterwards.

let started: ListeningCluster;
let meeting: KnownMeeting;
let told: string;
const visitor = createVisitor(addresses.own);
beforeAll(async () => {
  started = await startListeningCluster();
}, 300_000);
afterAll(() => started.stop());

const live = (): Promise<void> => wholeLife(visitor, started.doors, meeting);

/** What people do while these are down, and again when they are back. */
async function without(names: readonly MemberName[], more: () => Promise<void> = () => Promise.resolve()) {
  const { cluster } = started;
  await Promise.all((await meeting.livekitTokens()).map((token) => enterRoom(cluster.livekitUrl, token)));
  await Promise.all([live(), ...names.map((name) => cluster.kill(name))]);
  await more();
  await live();
  await Promise.all(names.map((name) => cluster.restart(name)));
  const back = async (): Promise<number> =>
    (await meeting.call('rejoin', {}, meeting.opened.participationToken)).status;
  await expect.poll(back, { timeout: 30_000, interval: 200 }).toBe(200);
}

/** What LiveKit is told of people; it quotes in its log what it cannot pass on. */
async function tellLivekit(): Promise<void> {
  const { cluster } = started;
  const rooms = new RoomServiceClient(cluster.livekitApiUrl, cluster.apiKey, cluster.apiSecret);
  const room = roomIn({ livekitToken: [...meeting.everyLivekitToken].at(-1) ?? '' });
  const { identity } = meeting.guest.participant;
  const attributes = { 'sip.phoneNumber': people.phone };
  await Promise.allSettled([
    rooms.updateParticipant(room, identity, { name: people.guest, metadata: people.email, attributes }),
    rooms.updateRoomMetadata(room, people.email),
  ]);
}

/** Everything that was sent, and that nobody but its owner may read; read when all is over. */
const canaries = (): Canaries => ({
  ...meeting.secrets,
  ...people,
  ...addresses,
  ...Object.fromEntries([...meeting.everyLivekitToken].map((token, n) => [`LiveKit’s token ${n}`, token])),
});

test('no code, token, PIN, name or address is in a log, a metric, a refusal or the audit of a whole cluster', async () => {
  const { cluster, provider, doors, logs } = started;
  meeting = await openKnownMeeting(cluster, provider, visitor);
  await live();
  const all = Object.values(canaries());
  await everywhere(visitor, doors, all);
  await broken(visitor, doors, all);
  const collect = () => Promise.all(started.metrics.map(async (url) => (await visitor.ask(url)).text));
  const metrics = await collect();
  for (const name of ['livekit-a', 'livekit-b'] as const) await without([name], tellLivekit);
  await without(['livekit-a', 'livekit-b']);
  await without(['redis-livekit']);
  await without(['redis-service']);
  // The issuer of the agents' tokens is away.
  provider.instead = (request) => void request.socket.destroy();
  await live();
  provider.instead = null;
  await without(['service-a', 'service-b'], () => everywhere(visitor, doors, all.slice(0, 4)));
  // Whoever ends a meeting has a seat.
  for (const name of ['rejoin', 'endMeeting'] as const)
    await meeting.call(name, {}, meeting.opened.participationToken);
  await live();
  metrics.push(...(await collect()));
  told = await toldToRedis(cluster);
  await cluster.stop();

  const files = await readAll(logs);
  const written = { ...files, refusals: visitor.refusals.join('\n'), metrics: metrics.join('\n') };
  expectAllSaid(written);
  const search = createSearch(canaries());
  const found = Object.entries(written).flatMap(([where, text]) =>
    search(text).map((name) => `${name} is in ${where}`),
  );
  expect(found).toEqual([]);
}, 300_000);

/** Of what was never said nothing can be found. */
function expectAllSaid(written: Readonly<Record<string, string>>): void {
  expect(visitor.refusals.length).toBeGreaterThan(3000);
  const answered = [
    ['/rtc', '101 401 502'],
    ['/r/:code', '200 400 503'],
    ['/api/v1/meetings', '201 400 401'],
    ['/api/v1/participation/moderate', '204 401 503'],
    ['/livekit/webhook', '204 401'],
  ].flatMap(([route, statuses = '']) =>
    statuses.split(' ').map((status) => `"route":"${route}","status":"${status}"`),
  );
  const expected = {
    'nginx.log': answered,
    'service-': [
      meeting.opened.meeting.reference,
      'LiveKit did not do what it was asked',
      'Redis: connection lost',
    ],
    'livekit-': ['UpdateParticipant', 'error handling request'],
    'audit-': ['"event":"opened"', '"event":"ended"'],
    metrics: ['visio_refusals_total', 'livekit_room_total'],
  };
  const missing = Object.entries(expected).flatMap(([file, texts]) => {
    const files = Object.entries(written).filter(([name]) => name.startsWith(file));
    return texts.filter((text) => !files.some(([, content]) => content.includes(text)));
  });
  expect(missing).toEqual([]);
}

test('the service’s Redis was never told a code or a token', () => {
  expect(told).toContain(meeting.opened.meeting.id);
  // Each ends with its signature; what stands before that is partly what it names, which Redis knows.
  const signatures = Object.entries(canaries())
    .filter(([name]) => /code|token/i.test(name))
    .map(([name, secret]) => [name, secret.slice(-16)] as const);
  expect(signatures.length).toBeGreaterThan(8);
  expect(signatures.filter(([, signature]) => told.includes(signature))).toEqual([]);
});
