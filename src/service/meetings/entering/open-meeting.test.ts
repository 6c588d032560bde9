import { expect, test } from 'vitest';
import { limits } from '../../../shared/meeting-limits.ts';
import { admission } from '../../../shared/meeting.ts';
import { bearer, codeOf, roomOf, startTestService } from '../../testing/test-service.ts';

const keyed = (key: string) => ({ headers: { 'idempotency-key': key } });

test('one request opens a meeting and admits its opener as moderator', async () => {
  const { post, clock } = await startTestService();
  const answer = await post('/api/v1/meetings', {});
  expect(answer.statusCode).toBe(201);
  const opened = admission.parse(answer.json());
  expect(opened.meeting).toMatchObject({ role: 'moderator', title: 'Réunion improvisée', telephone: null });
  expect(opened.participant).toMatchObject({ displayName: 'Agent', verified: 'guest' });
  expect(Date.parse(opened.meeting.expiresAt)).toBe(clock.now + limits.maxMinutes * 60_000);
  expect(opened.meeting.serverNow).toBe(new Date(clock.now).toISOString());
});

test('the room is named at random, so that knowing the meeting does not name it', async () => {
  const { open, media } = await startTestService();
  const opened = await open();
  expect(roomOf(opened)).toMatch(/^va-test-[0-9a-f]{32}$/);
  expect(roomOf(opened)).not.toContain(opened.meeting.id);
  expect(media.calls).toEqual([`createRoom ${roomOf(opened)}`]);
});

test('the same key opens the same meeting, with tokens signed afresh', async () => {
  const { post, clock } = await startTestService();
  const first = (await post('/api/v1/meetings', {}, keyed('k-1'))).json();
  clock.pass(9 * 60_000);
  const again = await post('/api/v1/meetings', {}, keyed('k-1'));
  expect(again.statusCode).toBe(201);
  expect(again.json()).toMatchObject({ meeting: { id: first.meeting.id }, participant: first.participant });
  clock.pass(2 * 60_000);
  expect((await post('/api/v1/meetings', {}, keyed('k-1'))).json().meeting.id).not.toBe(first.meeting.id);
});

test('two requests at once with one key open one meeting', async () => {
  const { post, media } = await startTestService();
  const answers = await Promise.all([1, 2, 3].map(() => post('/api/v1/meetings', {}, keyed('k-2'))));
  expect(new Set(answers.map((answer) => answer.json().meeting.id)).size).toBe(1);
  expect(media.rooms.size).toBe(1);
});

test('a key that was used with another body is refused', async () => {
  const { post } = await startTestService();
  await post('/api/v1/meetings', { displayName: 'Marie' }, keyed('k-3'));
  const other = await post('/api/v1/meetings', { displayName: 'Paul' }, keyed('k-3'));
  expect(other.statusCode).toBe(422);
  expect(other.json()).toMatchObject({ type: 'urn:visio-agents:failure:idempotency-conflict' });
});

test('a request repeated after the end does not bring the meeting back, nor open another', async () => {
  const { post, media } = await startTestService();
  const opened = (await post('/api/v1/meetings', {}, keyed('k-4'))).json();
  await post('/api/v1/participation/end-meeting', {}, bearer(opened));
  const again = await post('/api/v1/meetings', {}, keyed('k-4'));
  expect([again.statusCode, media.rooms.size]).toEqual([404, 0]);
});

test.each(['', 'a b', 'é', 'x'.repeat(65)])('the key %j is not one', async (key) => {
  const { post } = await startTestService();
  const answer = await post('/api/v1/meetings', {}, keyed(key));
  expect([answer.statusCode, answer.json().field]).toEqual([400, 'Idempotency-Key']);
});

test('without LiveKit no meeting is left behind, and the same key may try again', async () => {
  const { post, media, deps } = await startTestService();
  media.silent = true;
  const refused = await post('/api/v1/meetings', {}, keyed('k-5'));
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '5']);
  expect(refused.json().type).toBe('urn:visio-agents:failure:media-unreachable');
  expect(await deps.store.expectedRooms()).toEqual(new Map());
  media.silent = false;
  expect((await post('/api/v1/meetings', {}, keyed('k-5'))).statusCode).toBe(201);
});

test('a service that holds all the meetings it may says that it is busy', async () => {
  const { open, post } = await startTestService({ VISIO_MAX_MEETINGS: '1' });
  const opened = await open();
  const refused = await post('/api/v1/meetings', {});
  expect([refused.statusCode, refused.json().type]).toEqual([503, 'urn:visio-agents:failure:service-busy']);
  await post('/api/v1/participation/end-meeting', {}, bearer(opened));
  expect((await post('/api/v1/meetings', {})).statusCode).toBe(201);
});

test('the opener may say who they are, in a name that can be read', async () => {
  const { post } = await startTestService();
  const named = await post('/api/v1/meetings', { displayName: '  Marie Gérard ' });
  expect(named.json().participant.displayName).toBe('Marie Gérard');
  const unreadable = await post('/api/v1/meetings', { displayName: 'Marie\u202e' });
  expect([unreadable.statusCode, unreadable.json().field]).toEqual([400, 'displayName']);
  expect((await post('/api/v1/meetings', { displayName: ' ' })).json().participant.displayName).toBe('Agent');
});

test('moderators get both links, participants only theirs', async () => {
  const { open, join } = await startTestService();
  const { links } = (await open()).meeting;
  expect(codeOf(links.participant)).not.toBe(codeOf(links.moderator ?? ''));
  const guest = await join(links.participant);
  expect(guest.meeting).toMatchObject({ role: 'participant', links: { participant: links.participant } });
  expect(guest.meeting.links.moderator).toBeUndefined();
  expect((await join(links.moderator ?? '')).meeting).toMatchObject({ role: 'moderator', links });
});
