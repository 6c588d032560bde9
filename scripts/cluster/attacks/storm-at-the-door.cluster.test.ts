import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentSize } from '../recovery/look-into.ts';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { meetingUnderAttack } from './attacked-meeting.ts';
import { quantile, tellFigures } from './figures.ts';

// Whoever has the link joins and leaves as fast as the service answers: each time somebody new, with a token of their own.

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ settings: { VISIO_MAX_ENTRIES_PER_MINUTE: String(entriesAMinute) } });
}, 300_000);
afterAll(() => cluster.stop());

/** Of each instance; low, so that a machine that has much else to do storms enough. */
const entriesAMinute = 250;
const joins = 1200;
const atOnce = 20;

test('a storm of joins and leaves closes one door for a minute, fills no memory, and is no news to the neighbours', async () => {
  const attacked = await meetingUnderAttack(cluster);
  const neighbour = await meetingUnderAttack(cluster);
  let accepted = 0;
  let refused = 0;
  let left = joins;
  const storm = Array.from({ length: atOnce }, async () => {
    while (left > 0) {
      left -= 1;
      const joined = await attacked.join('Voleur').catch(() => null);
      if (joined) accepted += 1;
      else refused += 1;
      // Refused as well, once the door's budget is used up.
      if (joined) await attacked.call('leave', {}, joined.participationToken).catch(() => undefined);
    }
  });
  const over = Promise.all(storm).then(() => true);
  const waits: number[] = [];
  const startedAt = performance.now();
  while (!(await Promise.race([over, neighbour.askAgain(neighbour.opened).then(() => false)]))) {
    const before = performance.now();
    const guest = await neighbour.join('Invité');
    await neighbour.call('leave', {}, guest.participationToken);
    waits.push(performance.now() - before);
    // As people come, and within the budget of their own door.
    await sleep(200);
  }
  const took = performance.now() - startedAt;
  // Whoever is in the attacked meeting is no part of it.
  await attacked.moderate({ action: 'set-waiting-room', on: true });
  expect(await attacked.askAgain(attacked.opened)).not.toBeNull();
  const bytes = await documentSize(cluster, attacked.opened);
  await tellFigures('a storm at the door', {
    'joins accepted': accepted,
    'joins refused': refused,
    'took (ms)': took,
    'the document afterwards (bytes)': bytes,
    'joins and leaves of the neighbour': waits.length,
    'of the neighbour, half (ms)': quantile(waits, 0.5),
    'of the neighbour, worst (ms)': Math.max(...waits),
  });
  expect(refused).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(100_000);
  expect(waits.length).toBeGreaterThan(0);
  await attacked.end();
  await neighbour.end();
}, 180_000);
