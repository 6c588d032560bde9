import { afterAll, beforeAll, expect, test } from 'vitest';
import { admission, type Admission } from '../../../src/shared/meeting.ts';
import { enterRoom } from '../../../src/service/testing/signal-client.ts';
import { startCluster, type Cluster } from '../start-cluster.ts';
import { meetingUnderAttack } from './attacked-meeting.ts';

// The link for moderators has got into wrong hands.

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
}, 300_000);
afterAll(() => cluster.stop());

test('a removed moderator is none any more, by their token, by the link, and by an identity that was kept in reserve', async () => {
  const meeting = await meetingUnderAttack(cluster);
  const { call, opened } = meeting;
  const joinAgain = async () =>
    call('join', { code: opened.meeting.links.moderator?.split('/').at(-1) ?? '', displayName: 'Voleur' });
  const lock = ({ participationToken }: Pick<Admission, 'participationToken'>) =>
    call('moderate', { action: 'set-locked', locked: true }, participationToken);
  const thief = admission.parse(await joinAgain());
  const spare = admission.parse(await joinAgain());
  expect([thief.meeting.role, spare.meeting.role]).toEqual(['moderator', 'moderator']);
  await enterRoom(thief.livekitUrl, thief.livekitToken);
  await expect.poll(() => meeting.present(), { timeout: 5000 }).toContain(thief.participant.identity);

  await meeting.moderate({ action: 'remove', target: thief.participant.identity });
  await expect(lock(thief)).rejects.toThrow('removed');
  await expect(lock(spare)).rejects.toThrow('not-allowed');
  const late = await joinAgain();
  expect(late).toMatchObject({ waiting: true });
  await expect(lock(late)).rejects.toThrow('not-allowed');
  await meeting.moderate({ action: 'admit', target: 'all' });
  const back = admission.parse(await call('rejoin', {}, late.participationToken));
  expect(back.meeting.role).toBe('participant');
  await meeting.end();
});

test('a moderator who has left, and is in nobody’s list, moderates and ends nothing', async () => {
  const meeting = await meetingUnderAttack(cluster);
  const { call, opened } = meeting;
  const code = opened.meeting.links.moderator?.split('/').at(-1) ?? '';
  const gone = admission.parse(await call('join', { code, displayName: 'Voleur' }));
  await call('leave', {}, gone.participationToken);
  const mute = { action: 'mute-all' } as const;
  await expect(call('moderate', mute, gone.participationToken)).rejects.toThrow('not-allowed');
  await expect(call('endMeeting', {}, gone.participationToken)).rejects.toThrow('not-allowed');
  await meeting.end();
});
