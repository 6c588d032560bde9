import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { meetingUnderAttack } from './attacked-meeting.ts';
import { tellFigures } from './figures.ts';

// Seats are taken and asked for again before their time is up, and nobody ever comes.

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ settings: { VISIO_MAX_PARTICIPANTS: '5' } });
}, 300_000);
afterAll(() => cluster.stop());

const spares = 3;
/** Held for 45 s, and renewed twice. */
const mostMs = 135_000;

test('seats that nobody takes up are free for a guest, however often they are asked for', async () => {
  const meeting = await meetingUnderAttack(cluster);
  const taken = await Promise.all(Array.from({ length: spares }, (_, n) => meeting.join(`Réserve ${n}`)));
  const startedAt = performance.now();
  await expect(meeting.join('Invité')).rejects.toThrow('meeting-full');

  const hasSeat = new AbortController();
  const holding = taken.map(async (each) => {
    while (!hasSeat.signal.aborted) {
      await meeting.askAgain(each);
      await sleep(4000);
    }
  });
  const tryToJoin = () => meeting.join('Invité').catch(() => null);
  while ((await tryToJoin()) === null && performance.now() - startedAt < mostMs + 15_000) await sleep(2000);
  const ms = performance.now() - startedAt;
  hasSeat.abort();
  await Promise.all(holding);
  await tellFigures('seats held by rejoin', { 'a guest has a seat after (ms)': ms });
  expect(ms).toBeLessThan(mostMs + 15_000);
  await meeting.end();
}, 240_000);
