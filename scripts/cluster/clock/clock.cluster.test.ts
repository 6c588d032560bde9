import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Admission } from '../../../src/shared/meeting.ts';
import { startOidcProvider, type TestProvider } from '../../../src/service/testing/oidc-provider.ts';
import { enterRoom, type InRoom } from '../../../src/service/testing/signal-client.ts';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { instance, type Instance } from './instance.ts';
import { openWrongClock, type WrongClock } from './wrong-clock.ts';

// Each instance and the service's Redis have a clock of their own to be wrong; LiveKit and this process go by the
// machine's, which is true.

const lifeMs = 12_000;
const fiveMinutes = 300;
/** What a meeting's end and what is said of it may be off by (ms). */
const tolerance = 5000;

let provider: TestProvider;
let clocks: { readonly a: WrongClock; readonly b: WrongClock; readonly redis: WrongClock };
let cluster: Cluster;
let a: Instance;
let b: Instance;
beforeAll(async () => {
  provider = await startOidcProvider();
  clocks = { a: await openWrongClock(), b: await openWrongClock(), redis: await openWrongClock() };
  const shared = {
    ...(provider.environment() as Record<string, string>),
    VISIO_TRUST_PROXY: '127.0.0.1/32',
    VISIO_MAX_MINUTES: String(lifeMs / 60_000),
  };
  await clocks.a.setAhead(fiveMinutes);
  cluster = await startCluster({
    environments: {
      'service-a': { ...shared, ...clocks.a.environment },
      'service-b': { ...shared, ...clocks.b.environment },
      'redis-service': clocks.redis.environment,
    },
  });
  a = instance(cluster, 'service-a');
  b = instance(cluster, 'service-b');
}, 300_000);
afterAll(async () => {
  await cluster.stop();
  await provider.stop();
  await Promise.all(Object.values(clocks).map((clock) => clock.remove()));
});

function expectTrueTimes({ meeting }: Admission): void {
  const off = Date.now() - Date.parse(meeting.serverNow);
  expect(Math.abs(off)).toBeLessThan(tolerance);
  const life = Date.parse(meeting.expiresAt) - Date.parse(meeting.createdAt);
  expect(life).toBe(lifeMs);
}

/** By how much (s) the instance says that Redis's clock was set. */
async function shiftOf(name: 'service-a' | 'service-b'): Promise<number> {
  const answer = await cluster.ask(name, '/metrics');
  return Number(/^visio_store_clock_shift_seconds (\S+)$/m.exec(await answer.text())?.[1]);
}

/** In the room and at the events until the end; tells when (ms) each was over, from the deadline on. */
async function stayToTheEnd(events: Instance, admitted: Admission) {
  const inRoom: InRoom = await enterRoom(admitted.livekitUrl, admitted.livekitToken);
  const deadline = Date.parse(admitted.meeting.expiresAt);
  const room = inRoom.left.then(() => Date.now() - deadline);
  const { reason, at } = await events.end(admitted);
  return { reason, event: at - deadline, room: await room };
}

/** Opened at one instance, joined at the other; both people listen where they did not come in. */
async function wholeMeeting(here: Instance, there: Instance, token: string) {
  const key = randomUUID();
  const opened = await here.open(token, key);
  expect((await there.open(token, key)).meeting.id).toBe(opened.meeting.id);
  const joined = await there.join(opened);
  expect(joined.meeting.expiresAt).toBe(opened.meeting.expiresAt);
  for (const admitted of [opened, joined, await here.rejoin(joined), await there.rejoin(opened)])
    expectTrueTimes(admitted);
  const ends = await Promise.all([stayToTheEnd(there, opened), stayToTheEnd(here, joined)]);
  for (const one of [here, there])
    for (const admitted of [opened, joined]) expect(await one.refusal(admitted)).toBe('meeting-over');
  return ends;
}

test.each([
  ['ahead', fiveMinutes, 0],
  ['behind', -fiveMinutes, 0],
  ['ahead, and the other’s five behind', fiveMinutes, -fiveMinutes],
])(
  'an instance whose clock is five minutes %s says so, serves, and moves no meeting’s end',
  async (_, aheadA, aheadB) => {
    await clocks.a.setAhead(aheadA);
    await clocks.b.setAhead(aheadB);
    const [readyA, readyB] = [await a.readiness(), await b.readiness()];
    expect(readyA).toMatchObject({ status: 200, ready: true, drift: expect.closeTo(aheadA, 0) });
    expect(readyB).toMatchObject({ status: 200, ready: true, drift: expect.closeTo(aheadB, 0) });

    // Of less than five minutes: an instance that went by its own clock would call it expired, or not yet valid.
    const token = await provider.issueToken('marie', { seconds: 200 });
    const ends = (await Promise.all([wholeMeeting(a, b, token), wholeMeeting(b, a, token)])).flat();
    for (const { reason, event, room } of ends) {
      expect(reason).toBe('time');
      expect(Math.abs(event)).toBeLessThan(tolerance);
      expect(Math.abs(room)).toBeLessThan(tolerance);
    }
  },
);

test('a clock that is set while a meeting goes on does not move its end', async () => {
  await clocks.a.setAhead(0);
  const token = await provider.issueToken('paul');
  const opened = await a.open(token);
  const stay = stayToTheEnd(a, opened);
  for (const seconds of [fiveMinutes, -fiveMinutes, 3600]) {
    await clocks.a.setAhead(seconds);
    await sleep(2000);
    expect((await a.rejoin(opened)).meeting.expiresAt).toBe(opened.meeting.expiresAt);
  }
  const { reason, event, room } = await stay;
  expect(reason).toBe('time');
  expect(Math.abs(event)).toBeLessThan(tolerance);
  expect(Math.abs(room)).toBeLessThan(tolerance);
});

test('Redis’s clock set an hour back while a meeting goes on makes it no longer, also for an instance that starts then', async () => {
  await clocks.a.setAhead(0);
  await clocks.b.setAhead(0);
  const token = await provider.issueToken('marie', { seconds: 200 });
  const opened = await a.open(token);
  const stay = stayToTheEnd(a, opened);
  await expect.poll(() => shiftOf('service-a')).toBe(0);
  await clocks.redis.setAhead(-3600);
  await expect.poll(() => shiftOf('service-a'), { timeout: 8000 }).toBeCloseTo(-3600, 0);
  await cluster.restart('service-b');
  expectTrueTimes(await b.rejoin(opened));
  const { reason, event, room } = await stay;
  expect(reason).toBe('time');
  expect(Math.abs(event)).toBeLessThan(tolerance);
  expect(Math.abs(room)).toBeLessThan(tolerance);
  // Without a meeting the store's clock is Redis's again.
  await clocks.redis.setAhead(0);
  for (const name of ['service-a', 'service-b'] as const)
    await expect.poll(() => shiftOf(name), { timeout: 15_000 }).toBe(0);
  const after = await b.open(token);
  expectTrueTimes(after);
});

test('both have believed what LiveKit told them, which is signed with its time', async () => {
  // What nginx says of itself stands between them.
  const lines = (await readFile(cluster.logsOf('nginx'), 'utf8')).match(/^\{.*\}$/gm) ?? [];
  const webhooks = lines
    .map((line) => JSON.parse(line) as { route: string; server: string; status: string })
    .filter(({ route }) => route === '/livekit/webhook');
  for (const name of ['service-a', 'service-b'] as const) {
    const told = webhooks.filter(({ server }) => server === new URL(cluster.urlOf(name)).host);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set(['204']));
  }
});
