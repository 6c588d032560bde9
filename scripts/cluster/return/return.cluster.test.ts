import { afterAll, beforeAll, expect, test } from 'vitest';
import { admission, type Admission } from '../../../src/shared/meeting.ts';
import { meetingCalls } from '../../probe/meeting-calls.ts';
import { codeOf } from '../recovery/code-of.ts';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { diceOf, follow, type Follower } from './follower.ts';

const meetings = 4;
const people = 200;

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

/** What each try but the first came after: the loss of the stream, or the end of the try before, and the wait then due. */
const waitsOf = ({ tries, waitAfter }: Follower, lostAt: number) =>
  tries.slice(1).map(({ from }, n) => ({
    waited: from - (tries[n]?.failedAt ?? lostAt),
    due: waitAfter(n + 1),
  }));

test('two hundred people whose service was away come back by themselves, each at a time of their own, and nobody is refused', async () => {
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
  const missing = (): number => followers.filter(({ missed }) => missed()).length;
  await expect.poll(() => opens(1), { timeout: 20_000 }).toBe(people);

  const instances = ['service-a', 'service-b'] as const;
  const lostAt = performance.now();
  await Promise.all(instances.map((name) => cluster.kill(name)));
  // Everybody has tried in vain: after five seconds, where nothing else runs.
  await expect.poll(missing, { timeout: 60_000, interval: 100 }).toBe(people);
  await Promise.all(instances.map((name) => cluster.restart(name)));
  const backAt = performance.now();
  await expect.poll(() => opens(2), { timeout: 90_000, interval: 100 }).toBe(people);

  const returns = followers.map(({ opened }) => (opened[1] ?? Number.NaN) - backAt);
  const foretold = followers.map(({ comesBackAt }) => comesBackAt(backAt - lostAt) + lostAt - backAt);
  tell({ awayMs: backAt - lostAt, returns, foretold });
  // Nobody comes before the time that is theirs; that those times are spread is arithmetic (meeting-events.test.ts), and what a
  // busy machine adds to them is measured (`npm run bench -- return`). Timers are right to some milliseconds.
  const early = followers
    .flatMap((each) => waitsOf(each, lostAt))
    .filter(({ waited, due }) => waited < due - 10);
  expect(early).toEqual([]);
  // Once both instances are there: an instance that starts may say that its store is not there yet.
  const answers = new Set(
    followers.flatMap(({ tries }) => tries.filter(({ from }) => from >= backAt).map(({ status }) => status)),
  );
  expect([...answers]).toEqual([200]);

  // Nobody was in a room, and whoever ends a meeting has a seat.
  for (const [opened] of admitted)
    for (const name of ['rejoin', 'endMeeting'] as const) await call(name, {}, opened?.participationToken);
  await expect
    .poll(() => followers.filter(({ over }) => over() === 'moderator').length, { timeout: 20_000 })
    .toBe(people);
}, 300_000);
