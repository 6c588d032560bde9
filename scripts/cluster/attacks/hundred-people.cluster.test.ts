import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { meetingUnderAttack } from './attacked-meeting.ts';
import { quantile, tellFigures } from './figures.ts';
import { followMoves, type Follower } from './follower-of-moves.ts';
import { comeBackForEver } from './modified-client.ts';

// What a move costs those who have done nothing: a full meeting, and one removed person who comes back.

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
}, 300_000);
afterAll(() => cluster.stop());

/** Beside the moderator, the witness and the removed person. */
const crowd = 97;

test('a hundred people are together again seconds after somebody who was removed came back', async () => {
  const meeting = await meetingUnderAttack(cluster);
  const followers: Follower[] = [];
  for (let n = 0; n < crowd; n += 1)
    followers.push(await followMoves(cluster.serviceUrl, await meeting.join(`Invité ${n}`)));
  const thief = await meeting.join('Voleur');
  const client = comeBackForEver({ livekitUrl: cluster.livekitUrl, token: thief.livekitToken });
  await expect.poll(async () => (await meeting.present()).length, { timeout: 15_000 }).toBe(crowd + 3);

  await meeting.moderate({ action: 'remove', target: thief.participant.identity });
  const interruptions = (): number[] => followers.flatMap((each) => (each.interruptions() ?? []).slice(0, 1));
  await expect.poll(() => interruptions().length, { timeout: 30_000 }).toBe(crowd);
  await expect.poll(async () => (await meeting.present()).length, { timeout: 15_000 }).toBe(crowd + 2);
  await client.stop();
  const waits = interruptions();
  await tellFigures('a hundred people', {
    'interrupted, half (ms)': quantile(waits, 0.5),
    'interrupted, 95 of 100 (ms)': quantile(waits, 0.95),
    'interrupted, worst (ms)': Math.max(...waits),
    'longest silence of the witness (ms)': meeting.longestSilence(),
  });
  expect(meeting.moves()).toBe(1);
  expect(Math.max(...waits)).toBeLessThan(10_000);
  followers.forEach((each) => each.leave());
  await meeting.end();
}, 180_000);
