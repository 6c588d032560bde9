import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterRoom } from '../../../src/service/testing/signal-client.ts';
import { askRedis } from '../../stack/ask-redis.ts';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { meetingUnderAttack, type AttackedMeeting } from './attacked-meeting.ts';
import { tellFigures } from './figures.ts';

// Identities that no moderator sees: prepared for after the removal, or made in hundreds.

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
}, 300_000);
afterAll(() => cluster.stop());

const codeIn = (link = ''): string => link.slice(link.lastIndexOf('/') + 1);
const rejoin = ({ call }: AttackedMeeting, participationToken: string) =>
  call('rejoin', {}, participationToken);

test('nothing that a removed moderator prepared gets past the lock or moderates', async () => {
  const meeting = await meetingUnderAttack(cluster);
  const { call, moderate, join, present } = meeting;
  const code = codeIn(meeting.opened.meeting.links.moderator);
  const joinAsModerator = async (displayName: string) => {
    const joined = await call('join', { code, displayName });
    if (!('livekitToken' in joined)) throw new Error('the moderator link makes moderators');
    return joined;
  };
  const owner = await joinAsModerator('Voleur');
  const inside = await enterRoom(cluster.livekitUrl, owner.livekitToken);
  const spares = [
    await join('Un'),
    await join('Deux'),
    await joinAsModerator('Trois'),
    await joinAsModerator('Quatre'),
  ];
  for (const spare of [spares[1], spares[3]]) await call('leave', {}, spare?.participationToken);

  await moderate({ action: 'remove', target: owner.participant.identity });
  await inside.left;
  const third = spares[2]?.participationToken ?? '';
  await expect(call('moderate', { action: 'mute-all' }, third)).rejects.toThrow('not-allowed');
  await moderate({ action: 'set-locked', locked: true });
  for (const { participationToken } of spares)
    await expect(rejoin(meeting, participationToken)).rejects.toThrow('meeting-locked');
  expect(await call('join', { code, displayName: 'Cinq' })).toMatchObject({ waiting: true });

  // With what they were given for LiveKit before.
  const visits = await Promise.all(
    spares.map(async ({ livekitToken }) => {
      const from = performance.now();
      const visit = await enterRoom(cluster.livekitUrl, livekitToken);
      await visit.left;
      return performance.now() - from;
    }),
  );
  await tellFigures('unseen people', { 'longest visit after the lock (ms)': Math.max(...visits) });
  expect(Math.max(...visits)).toBeLessThan(3000);
  const own = [meeting.opened.participant.identity];
  expect(await present()).toEqual(expect.arrayContaining(own));
  expect(await present()).toHaveLength(2);
  await meeting.end();
}, 120_000);

test('hundreds who join and leave at once make no large document, and keep nobody in the meeting from anything', async () => {
  const meeting = await meetingUnderAttack(cluster);
  const { call, join, opened } = meeting;
  const answers = new Map<string, number>();
  const note = (what: string): void => void answers.set(what, (answers.get(what) ?? 0) + 1);
  const begun = performance.now();
  let left = 400;
  const comeAndGo = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await join('Élève')
        .then(({ participationToken }) => call('leave', {}, participationToken))
        .then(() => note('came and went'))
        .catch((error: unknown) => note(String(error).split(':').at(-1) ?? ''));
    }
  };
  await Promise.all(Array.from({ length: 16 }, comeAndGo));
  const took = performance.now() - begun;
  const { port, password } = new URL(cluster.urlOf('redis-service'));
  const login = password === '' ? [] : [`AUTH ${decodeURIComponent(password)}`];
  const keys = await askRedis(Number(port), [...login, `KEYS va:*:meeting:${opened.meeting.id}`]);
  const key = /va:\S+/.exec(keys)?.[0] ?? '';
  const size = Number(/:(\d+)/.exec(await askRedis(Number(port), [...login, `HSTRLEN ${key} doc`]))?.[1]);
  await tellFigures('hundreds of identities', {
    'ms for all': took,
    'bytes of the document': size,
    ...Object.fromEntries(answers),
  });
  expect(size).toBeGreaterThan(1000);
  expect(size).toBeLessThan(60_000);
  await meeting.moderate({ action: 'set-locked', locked: true });
  expect(await rejoin(meeting, opened.participationToken)).toMatchObject({ meeting: { role: 'moderator' } });
  await meeting.end();
}, 120_000);
