import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { meetingUnderAttack, witnessName } from './attacked-meeting.ts';
import { tellFigures } from './figures.ts';
import { comeBackForEver } from './modified-client.ts';

// Somebody is removed and the meeting locked. They keep the freshest token that LiveKit gave them, and come back.

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
}, 300_000);
afterAll(() => cluster.stop());

const attackMs = 65_000;

test('a removed person is inside for less than a second a visit, and after the meeting has moved not at all', async () => {
  const meeting = await meetingUnderAttack(cluster);
  const thief = await meeting.join('Voleur');
  const client = comeBackForEver({ livekitUrl: cluster.livekitUrl, token: thief.livekitToken });
  await expect.poll(() => meeting.present(), { timeout: 5000 }).toContain(thief.participant.identity);
  await sleep(2000);

  const removedAt = performance.now();
  await meeting.moderate({ action: 'remove', target: thief.participant.identity });
  await meeting.moderate({ action: 'set-locked', locked: true });
  await sleep(attackMs);
  await client.stop();

  const visits = client.visits.filter(({ from }) => from > removedAt);
  const lengths = visits.map(meeting.msInside);
  const readNames = visits.filter(({ told }) => told.includes(witnessName)).length;
  await tellFigures('a removed person', {
    visits: visits.length,
    'visits that read names': readNames,
    'longest visit (ms)': Math.max(0, ...lengths),
    'inside altogether (ms)': lengths.reduce((sum, each) => sum + each, 0),
    'inside for the last time, after the removal (ms)': (visits.at(-1)?.to ?? removedAt) - removedAt,
    'tries in vain': client.refusals(),
    moves: meeting.moves(),
    'longest silence of the witness (ms)': meeting.longestSilence(),
  });
  expect(Math.max(0, ...lengths)).toBeLessThan(1000);
  expect((visits.at(-1)?.to ?? removedAt) - removedAt).toBeLessThan(5000);
  expect(meeting.moves()).toBe(1);
  expect(meeting.witness.over()).toBeNull();
  expect(meeting.longestSilence()).toBeLessThan(5000);
  await meeting.end();
});
