import { afterAll, beforeAll, expect, test } from 'vitest';
import { areYouAlive, attack, hostileRequests, readRoutes, tell, type Counts } from './attack.ts';
import { collectGarbage, heapInMb } from './heap.ts';
import { createRandom } from './random.ts';
import { rightRequest } from './requests.ts';
import { createSender } from './send.ts';
import { startAttackTargets, type AttackTargets } from './attack-targets.ts';

const seed = 20_261_123;
const wanted = 12_000;
const batch = 400;

let targets: AttackTargets;
let sender: ReturnType<typeof createSender>;
beforeAll(async () => {
  targets = await startAttackTargets();
  sender = createSender(targets.port);
});
afterAll(async () => {
  sender.stop();
  await targets.stop();
});

test(`of ${wanted} requests of the seed ${seed} none is accepted, and none changes or tells anything`, async () => {
  const routes = await readRoutes(sender, targets);
  expect(routes.length).toBeGreaterThanOrEqual(18);
  const requests = hostileRequests(seed, routes, targets);
  const counts: Counts = new Map();
  const before = await targets.snapshot();
  const heap: number[] = [];
  for (let sent = 0; sent < wanted; sent += batch) {
    expect(await attack(sender, targets, requests, batch, counts)).toEqual([]);
    expect(await targets.snapshot()).toBe(before);
    expect(await sender.send(areYouAlive)).toMatchObject({ status: 200 });
    expect(targets.service.log()).not.toMatch(/"level":"(?:error|fatal)"/);
    collectGarbage();
    heap.push(heapInMb());
  }
  // The log, which tests keep in memory, grows by some MB.
  const grown = (heap.at(-1) ?? 0) - (heap[Math.floor(heap.length / 4)] ?? 0);
  expect(grown).toBeLessThan(20);
  process.stdout.write(tell(`${wanted} hostile requests, seed ${seed}, ${grown.toFixed(1)} MB more`, counts));
});

test('the requests of which they are made are accepted: nothing else is wrong with them', async () => {
  const random = createRandom(seed);
  const statuses: Record<string, unknown> = {};
  // Whoever leaves comes back before all that needs a seat. The end comes last, and the stream, which never ends, not at all.
  const turns = ['/leave', '/rejoin', '', '/end-meeting'];
  const turnOf = ({ path }: { readonly path: string }): number => {
    const turn = turns.findIndex((end) => end !== '' && path.endsWith(end));
    return turn < 0 ? turns.indexOf('') : turn;
  };
  const routes = (await readRoutes(sender, targets)).toSorted((a, b) => turnOf(a) - turnOf(b));
  for (const route of routes.filter(({ path }) => !path.endsWith('/events')))
    statuses[`${route.method} ${route.path}`] = (await sender.send(rightRequest(route, targets, random)))
      ?.status;
  expect(Object.entries(statuses).filter(([, status]) => Number(status) >= 300)).toEqual([
    // Signed is only a body that LiveKit has sent.
    ['POST /livekit/webhook', 401],
  ]);
});
