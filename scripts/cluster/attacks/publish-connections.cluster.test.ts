import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { meetingUnderAttack } from './attacked-meeting.ts';
import { quantile, tellFigures } from './figures.ts';
import { enterAgainAndAgain } from './guest-with-a-seat.ts';
import { comeBackForEver } from './modified-client.ts';

// LiveKit makes a second person of one token for whoever adds `&publish=` to the address. They have no seat, and take the
// places of those who have.

let cluster: Cluster;
const maxParticipants = 10;
beforeAll(async () => {
  cluster = await startCluster({
    settings: { VISIO_MAX_PARTICIPANTS: String(maxParticipants) },
  });
}, 300_000);
afterAll(() => cluster.stop());

const crowd = 20;
const times = 30;

test('a guest who has a seat gets in beside twenty second persons of one token, whom nginx lets in nowhere', async () => {
  const meeting = await meetingUnderAttack(cluster);
  const guest = await meeting.join('Invité');
  const thief = await meeting.join('Voleur');
  const clients = Array.from({ length: crowd }, (_, n) =>
    comeBackForEver({
      livekitUrl: cluster.livekitUrl,
      token: thief.livekitToken,
      query: `&publish=${n}`,
      askAgain: () => meeting.askAgain(thief),
    }),
  );
  const entries = await enterAgainAndAgain(meeting.call, guest, { times, restMs: 1000 });
  await sleep(1000);
  await Promise.all(clients.map((client) => client.stop()));

  const visits = clients.flatMap((client) => client.visits);
  const waits = entries.map(({ ms }) => ms);
  await tellFigures('second persons', {
    'entries of the guest': `${entries.length} of ${times}`,
    'entries at the first try': entries.filter(({ tries }) => tries === 1).length,
    'entry, half (ms)': quantile(waits, 0.5),
    'entry, worst (ms)': Math.max(...waits),
    'visits of second persons': visits.length,
    moves: meeting.moves(),
    'longest silence of the witness (ms)': meeting.longestSilence(),
  });
  expect(entries).toHaveLength(times);
  expect(Math.max(...waits)).toBeLessThan(10_000);
  expect(visits).toEqual([]);
  expect(meeting.witness.over()).toBeNull();
  await meeting.end();
}, 240_000);
