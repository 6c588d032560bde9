import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterRoom } from '../../../src/service/testing/signal-client.ts';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { meetingUnderAttack } from './attacked-meeting.ts';
import { quantile, tellFigures } from './figures.ts';
import { enterAgainAndAgain } from './guest-with-a-seat.ts';
import { comeBackForEver } from './modified-client.ts';

// One person takes all seats that are left, under as many identities. Each is removed as soon as the moderator finds it
// out, and comes back at once, as all others do that were removed before: more of them than there are places.

let cluster: Cluster;
const maxParticipants = 10;
beforeAll(async () => {
  cluster = await startCluster({ settings: { VISIO_MAX_PARTICIPANTS: String(maxParticipants) } });
}, 300_000);
afterAll(() => cluster.stop());

/** The moderator, the witness and the guest have the others. */
const spares = maxParticipants - 3;
const foundOutEveryMs = 8000;
const times = 30;

test('a guest who has a seat gets in beside seven identities that were removed and come back', async () => {
  const meeting = await meetingUnderAttack(cluster);
  const guest = await meeting.join('Invité');
  const inside = await enterRoom(cluster.livekitUrl, guest.livekitToken);
  const taken = await Promise.all(Array.from({ length: spares }, (_, n) => meeting.join(`Voleur ${n}`)));
  const clients = taken.map((each) =>
    comeBackForEver({
      livekitUrl: cluster.livekitUrl,
      token: each.livekitToken,
      askAgain: () => meeting.askAgain(each),
    }),
  );
  const isFull = async () => (await meeting.present()).length;
  await expect.poll(isFull, { timeout: 5000 }).toBe(maxParticipants);
  // While the guest is there: a lock spares whoever was seen in the room.
  await meeting.moderate({ action: 'set-locked', locked: true });
  inside.leave();
  await inside.left;

  const removedAt: number[] = [];
  const findOut = async (): Promise<void> => {
    for (const { participant } of taken) {
      removedAt.push(performance.now());
      await meeting.moderate({ action: 'remove', target: participant.identity });
      await sleep(foundOutEveryMs);
    }
  };
  const [entries] = await Promise.all([
    enterAgainAndAgain(meeting.call, guest, { times, restMs: 1500 }),
    findOut(),
  ]);
  await sleep(5000);
  await Promise.all(clients.map((client) => client.stop()));

  const visits = clients.flatMap((client, n) =>
    client.visits.filter(({ from }) => from > (removedAt[n] ?? 0)),
  );
  const lengths = visits.map(meeting.msInside);
  const waits = entries.map(({ ms }) => ms);
  await tellFigures('spare identities', {
    'entries of the guest': `${entries.length} of ${times}`,
    'entries at the first try': entries.filter(({ tries }) => tries === 1).length,
    'entry, half (ms)': quantile(waits, 0.5),
    'entry, worst (ms)': Math.max(...waits),
    'visits of removed identities': visits.length,
    'longest visit (ms)': Math.max(0, ...lengths),
    moves: meeting.moves(),
    'longest silence of the witness (ms)': meeting.longestSilence(),
  });
  expect(entries).toHaveLength(times);
  expect(Math.max(...waits)).toBeLessThan(10_000);
  expect(Math.max(0, ...lengths)).toBeLessThan(1000);
  expect(meeting.witness.over()).toBeNull();
  await meeting.end();
}, 240_000);
