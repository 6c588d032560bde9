import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { admission, type Admission } from '../../../src/shared/meeting.ts';
import { meetingCalls } from '../../probe/meeting-calls.ts';
import { codeOf } from '../recovery/rules-hold.ts';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { follow, type Follower } from './follower.ts';

const meetings = 4;
const people = 200;
const awayMs = 6000;

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
}, 300_000);
afterAll(() => cluster.stop());

async function meetingOfFifty(): Promise<readonly Admission[]> {
  const call = meetingCalls(cluster.serviceUrl);
  const opened = await call('openMeeting', {});
  const guests = Array.from({ length: people / meetings - 1 }, async (_, n) =>
    admission.parse(await call('join', { code: codeOf(opened), displayName: `Invité ${n}` })),
  );
  return [opened, ...(await Promise.all(guests))];
}

/** The same numbers each time, so that nobody’s luck decides about the test. */
function* diceOf(seed: number): Generator<number, never> {
  for (let state = seed; ;) yield (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** How many come in each second; who came before 0 (ms) counts as of the first. */
function bySecond(moments: readonly number[]): readonly number[] {
  const seconds = moments.map((at) => Math.max(0, Math.floor(at / 1000)));
  return Array.from(
    { length: Math.max(...seconds) + 1 },
    (_, second) => seconds.filter((each) => each === second).length,
  );
}

type Seen = {
  readonly awayMs: number;
  readonly returns: readonly number[];
  readonly foretold: readonly number[];
};

function tell({ awayMs: away, returns, foretold }: Seen): void {
  const expected = bySecond(foretold);
  const rows = bySecond(returns).map(
    (count, second) =>
      `${String(second).padStart(2)} s  ${String(count).padStart(3)}  ${String(expected[second] ?? 0).padStart(3)}  ${'#'.repeat(count)}`,
  );
  const head = `The service was away for ${(away / 1000).toFixed(1)} s. Who came back in each second, and foretold`;
  console.log(`\n${head}\n${rows.join('\n')}\n`);
}

test('two hundred people whose service was away come back by themselves, and not all at once', async () => {
  const call = meetingCalls(cluster.serviceUrl);
  const admitted = await Promise.all(Array.from({ length: meetings }, meetingOfFifty));
  const dice = diceOf(1);
  const followers: readonly Follower[] = admitted.flat().map(({ participationToken }) =>
    follow(
      cluster.serviceUrl,
      participationToken,
      Array.from({ length: 20 }, () => dice.next().value),
    ),
  );
  const opens = (times: number): number => followers.filter(({ opened }) => opened.length === times).length;
  await expect.poll(() => opens(1), { timeout: 20_000 }).toBe(people);

  const instances = ['service-a', 'service-b'] as const;
  const lostAt = performance.now();
  await Promise.all(instances.map((name) => cluster.kill(name)));
  await sleep(awayMs);
  await Promise.all(instances.map((name) => cluster.restart(name)));
  const backAt = performance.now();
  await expect.poll(() => opens(2), { timeout: 40_000, interval: 100 }).toBe(people);

  const returns = followers.map(({ opened }) => (opened[1] ?? Number.NaN) - backAt);
  const foretold = followers.map(({ comesBackAt }) => comesBackAt(backAt - lostAt) + lostAt - backAt);
  tell({ awayMs: backAt - lostAt, returns, foretold });
  expect(followers.filter(({ missed }) => missed())).toHaveLength(people);
  // A seventh is the most that the arithmetic has for any absence of five seconds or more; among so few chance adds to it.
  expect(Math.max(...bySecond(returns))).toBeLessThan(people / 7 + 3 * Math.sqrt(people / 7));
  expect(returns.filter((at) => at < 100).length).toBeLessThan(people / 16);
  expect(Math.max(...returns)).toBeLessThan(35_000);
  // As the arithmetic says, which reckons with twenty thousand; who came between the two instances was earlier.
  const asForetold = returns.filter((at, n) => Math.abs(at - (foretold[n] ?? 0)) < 1000);
  expect(asForetold.length).toBeGreaterThan(people * 0.8);

  // Nobody was in a room, and whoever ends a meeting has a seat.
  for (const [opened] of admitted)
    for (const name of ['rejoin', 'endMeeting'] as const) await call(name, {}, opened?.participationToken);
  await expect
    .poll(() => followers.filter(({ over }) => over() === 'moderator').length, { timeout: 5000 })
    .toBe(people);
}, 180_000);
