import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { meetingUnderAttack } from './attacked-meeting.ts';
import { tellFigures } from './figures.ts';
import { comeBackForEver } from './modified-client.ts';

// Whoever is removed has joined a second time before, under an identity that nobody has ever seen in the room.

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
}, 300_000);
afterAll(() => cluster.stop());

test('an identity that was kept in reserve passes neither the lock nor the waiting room, and its media token opens nothing for long', async () => {
  const meeting = await meetingUnderAttack(cluster);
  const thief = await meeting.join('Voleur');
  const spare = await meeting.join('Réserve');
  const first = comeBackForEver({ livekitUrl: cluster.livekitUrl, token: thief.livekitToken });
  await expect.poll(() => meeting.present(), { timeout: 5000 }).toContain(thief.participant.identity);
  await meeting.moderate({ action: 'remove', target: thief.participant.identity });
  await first.stop();

  await meeting.moderate({ action: 'set-locked', locked: true });
  const rejoin = () => meeting.call('rejoin', {}, spare.participationToken);
  await expect(rejoin()).rejects.toThrow('meeting-locked');
  const startedAt = performance.now();
  const watched = meeting.watch(spare.participant.identity);
  const client = comeBackForEver({
    livekitUrl: cluster.livekitUrl,
    token: spare.livekitToken,
    askAgain: () => meeting.askAgain(spare),
  });
  await sleep(20_000);
  const seen = await watched.stop();
  await client.stop();
  await tellFigures('a spare identity at the door', {
    visits: client.visits.length,
    'longest visit, as LiveKit lists people (ms)': seen.longest,
    'inside for the last time, after the first try (ms)': Math.max(0, seen.last - startedAt),
    'tries in vain': client.refusals(),
    moves: meeting.moves(),
  });
  expect(seen.longest).toBeLessThan(1000);
  expect(seen.last - startedAt).toBeLessThan(5000);

  await meeting.moderate({ action: 'set-waiting-room', on: true });
  await meeting.moderate({ action: 'set-locked', locked: false });
  expect(await rejoin()).toMatchObject({ waiting: true });
  await meeting.end();
}, 120_000);
