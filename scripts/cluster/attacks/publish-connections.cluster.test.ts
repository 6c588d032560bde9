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
    logs: '/tmp/h8logs',
    settings: { VISIO_MAX_PARTICIPANTS: String(maxParticipants) },
  });
}, 300_000);
afterAll(() => cluster.stop());

const crowd = 20;
const times = 30;

test.each([
  { way: 'through nginx', mostVisits: 0, doors: () => [cluster.livekitUrl] },
  {
    way: 'past nginx',
    mostVisits: Infinity,
    doors: () => [
      cluster.urlOf('livekit-a').replace('http', 'ws'),
      cluster.urlOf('livekit-b').replace('http', 'ws'),
    ],
  },
])(
  'a guest who has a seat gets in beside twenty second persons of one token, $way',
  async ({ way, doors, mostVisits }) => {
    const meeting = await meetingUnderAttack(cluster);
    const guest = await meeting.join('Invité');
    const thief = await meeting.join('Voleur');
    const clients = Array.from({ length: crowd }, (_, n) => {
      const livekitUrl = doors()[n % doors().length] ?? '';
      return comeBackForEver({
        livekitUrl,
        token: thief.livekitToken,
        query: `&publish=${n}`,
        askAgain: () => meeting.askAgain(thief),
      });
    });
    const entries = await enterAgainAndAgain(meeting.call, guest, { times, restMs: 1000 });
    await sleep(5000);
    await Promise.all(clients.map((client) => client.stop()));

    const visits = clients.flatMap((client) => client.visits);
    // Before the first of them is found, which a look does within 15 s, nothing is known of the attack.
    const known = visits.filter(({ from }) => from > meeting.movedAt());
    const lengths = known.map(meeting.msInside);
    const leftBehind = visits.map((visit) => visit.to - visit.from - meeting.msInside(visit));
    const waits = entries.map(({ ms }) => ms);
    await tellFigures(`second persons ${way}`, {
      'entries of the guest': `${entries.length} of ${times}`,
      'entries at the first try': entries.filter(({ tries }) => tries === 1).length,
      'entry, half (ms)': quantile(waits, 0.5),
      'entry, worst (ms)': Math.max(...waits),
      'visits of second persons': visits.length,
      'longest visit after the move (ms)': Math.max(0, ...lengths),
      'longest in a room that is gone (ms)': Math.max(0, ...leftBehind),
      moves: meeting.moves(),
      'longest silence of the witness (ms)': meeting.longestSilence(),
    });
    expect(entries).toHaveLength(times);
    expect(Math.max(...waits)).toBeLessThan(10_000);
    expect(visits.length).toBeLessThanOrEqual(mostVisits);
    expect(Math.max(0, ...lengths)).toBeLessThan(1000);
    expect(meeting.witness.over()).toBeNull();
    await meeting.end();
  },
  240_000,
);
