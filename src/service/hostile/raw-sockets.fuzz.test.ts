import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom, type Random } from './random.ts';
import { exchange } from './raw-exchange.ts';
import {
  asItIsRight,
  overflowingRequests,
  smugglingRequests,
  type RawRequest,
} from './smuggling-requests.ts';
import { startAttackTargets, type AttackTargets } from './attack-targets.ts';

const seed = 20_261_124;

let targets: AttackTargets;
beforeAll(async () => {
  targets = await startAttackTargets();
});
afterAll(() => targets.stop());

/** What would do harm, with all that it needs. */
const harmful = (random: Random): RawRequest => ({
  host: targets.host,
  headers: `Content-Type: application/json\r\nAuthorization: Bearer ${targets.right.participation}\r\n`,
  ...random.pick([
    { path: '/api/v1/participation/end-meeting', body: '{}' },
    { path: '/api/v1/participation/leave', body: '{}' },
    { path: '/api/v1/participation/moderate', body: '{"action":"set-locked","locked":true}' },
    { path: '/api/v1/participation/moderate', body: `{"action":"remove","target":"${targets.target}"}` },
  ]),
});

/** Some bytes changed, left out, doubled or put in. */
function shake(text: string, random: Random): string {
  let shaken = text;
  for (let n = 1 + random.int(4); n > 0; n -= 1) {
    const at = random.int(shaken.length);
    const bytes = random.pick([
      '',
      '\r\n',
      '\n',
      '\r\n\r\n',
      '\0',
      ':',
      ' ',
      String.fromCharCode(random.int(256)),
      shaken.slice(at, at + random.int(80)),
    ]);
    shaken = shaken.slice(0, at) + bytes + shaken.slice(at + random.int(3));
  }
  return shaken;
}

test(`of 1,000 requests that readers may take for different ones (seed ${seed}) none is carried out`, async () => {
  const random = createRandom(seed);
  const before = await targets.snapshot();
  for (let n = 0; n < 1000; n += 1) {
    const request = harmful(random);
    const overflowing = overflowingRequests(request);
    const [shape, text] = random.pick(Object.entries({ ...smugglingRequests(request), ...overflowing }));
    const answer = await exchange(targets.port, text + asItIsRight(harmful(random)));
    const status = shape in overflowing ? 431 : 400;
    expect([shape, answer.slice(0, 13)]).toEqual([shape, `HTTP/1.1 ${status} `]);
    expect(answer.split('HTTP/1.1 ')).toHaveLength(2);
  }
  expect(await targets.snapshot()).toBe(before);
});

test(`of 2,000 shaken requests without a credential (seed ${seed}) each is refused, and the service stays`, async () => {
  const random = createRandom(seed);
  const before = await targets.snapshot();
  const statuses = new Map<string, number>();
  for (let n = 0; n < 2000; n += 1) {
    const request = { ...harmful(random), headers: 'Content-Type: application/json\r\n' };
    const shaken = shake(asItIsRight(request), random);
    const answer = await exchange(targets.port, shaken, { thenEnd: true });
    for (const status of answer.match(/(?<=HTTP\/1\.1 )\d{3}/g) ?? ['nothing'])
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses.keys()].filter((status) => !/^(?:400|401|403|404|nothing)$/.test(status))).toEqual([]);
  expect(await targets.snapshot()).toBe(before);
  expect(targets.service.log()).not.toMatch(/"level":"(?:error|fatal)"/);
  process.stdout.write(`shaken requests: ${JSON.stringify(Object.fromEntries(statuses))}\n`);
});
