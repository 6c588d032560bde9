import { expect, test } from 'vitest';
import type { Admission } from '../../../shared/meeting.ts';
import type { Moderation } from '../../../shared/moderation.ts';
import { bearer, codeOf, roomOf, startTestService } from '../../testing/test-service.ts';
import { seatTimes } from '../seats/seat-times.ts';

const trunk = { VISIO_SIP_TRUNK_ID: 'ST_trunk', VISIO_SIP_NUMBER: '+33 1 23 45 67 89' };

async function meeting(environment: NodeJS.ProcessEnv = {}) {
  const service = await startTestService({ ...trunk, ...environment });
  const { media, deps, post, clock } = service;
  const opener = await service.open();
  const room = roomOf(opener);
  const enter = (identity: string) => void media.rooms.get(room)?.add(identity);
  enter(opener.participant.identity);
  const person = async (identity: string) => (await deps.store.find(opener.meeting.id))?.people[identity];
  return {
    ...service,
    opener,
    /** As LiveKit's bridge brings them in; who they are is found by the next look. */
    async call(identity: string, name = 'Phone 6712') {
      enter(identity);
      media.callers.set(identity, name);
      media.tracks.set(identity, [
        { sid: `TR_${identity}`, kind: 'audio', source: 'microphone', muted: false },
      ]);
      await deps.store.bringForward(opener.meeting.id);
      await service.sweep();
    },
    async look() {
      await deps.store.bringForward(opener.meeting.id);
      await service.sweep();
    },
    hangUp(identity: string) {
      media.rooms.get(room)?.delete(identity);
      media.callers.delete(identity);
      clock.pass(1);
    },
    isIn: (identity: string) => media.rooms.get(room)?.has(identity) ?? false,
    isHeard: (identity: string) => media.tracks.get(identity)?.some(({ muted }) => !muted) ?? false,
    place: async (identity: string) => (await person(identity))?.place.kind,
    person,
    moderate: (wish: Moderation, who: Admission = opener) =>
      post('/api/v1/participation/moderate', wish, bearer(who)),
    waiting: async () =>
      (
        await service.app.inject({
          url: '/api/v1/participation/waiting',
          headers: { host: '127.0.0.1:8080', ...bearer(opener).headers },
        })
      ).json<{ identity: string; displayName: string; verified: string }[]>(),
  };
}

test('a caller has a seat, is called by two digits of their number and may speak and hear, nothing else', async () => {
  const { call, person, media, seats, opener, isIn } = await meeting();
  await call('sip_a');
  expect(await person('sip_a')).toMatchObject({
    displayName: 'Téléphone …12',
    verified: 'phone',
    role: 'participant',
    place: { kind: 'seated', heldUntil: null },
  });
  expect(await seats(opener)).toBe(2);
  expect(isIn('sip_a')).toBe(true);
  expect(media.rights.get('sip_a')).toMatchObject({
    mayHear: true,
    sources: ['microphone'],
    name: 'Téléphone …12',
    attributes: { 'visio.verified': 'phone', 'visio.role': 'participant', 'sip.phoneNumber': '' },
  });
});

test.each(['Phone mous', 'Phone', ''])(
  'a caller who hides their number (« %s ») is called Téléphone',
  async (name) => {
    const { call, person } = await meeting();
    await call('sip_a', name);
    expect(await person('sip_a')).toMatchObject({ displayName: 'Téléphone' });
  },
);

test('looking at a caller again asks LiveKit for nothing but who is there, and the store for nothing', async () => {
  const { call, look, media, deps, opener } = await meeting();
  await call('sip_a');
  await look();
  const before = await deps.store.find(opener.meeting.id);
  media.calls.length = 0;
  await look();
  expect(media.calls.filter((made) => !made.startsWith('list'))).toEqual([]);
  expect(await deps.store.find(opener.meeting.id)).toBe(before);
});

test('callers count: the one too many is hung up on, and whoever hangs up leaves their seat', async () => {
  const { call, isIn, post, opener, hangUp, look, clock } = await meeting({ VISIO_MAX_PARTICIPANTS: '2' });
  await call('sip_a');
  await call('sip_b');
  expect([isIn('sip_a'), isIn('sip_b')]).toEqual([true, false]);
  const join = () =>
    post('/api/v1/invitations/join', { code: codeOf(opener.meeting.links.participant), displayName: 'Paul' });
  expect((await join()).statusCode).toBe(409);
  hangUp('sip_a');
  await look();
  clock.pass(seatTimes.absent + 1000);
  await look();
  expect((await join()).statusCode).toBe(200);
});

test('nobody comes into a locked meeting by telephone', async () => {
  const { call, isIn, moderate, place } = await meeting();
  await moderate({ action: 'set-locked', locked: true });
  await call('sip_a');
  expect(isIn('sip_a')).toBe(false);
  expect(await place('sip_a')).toBeUndefined();
});

test('where one waits, a caller waits in the room, hearing nobody and heard by nobody, however long', async () => {
  const { call, isIn, isHeard, media, moderate, waiting, look, clock } = await meeting();
  await moderate({ action: 'set-waiting-room', on: true });
  await call('sip_a');
  expect(isIn('sip_a')).toBe(true);
  expect(isHeard('sip_a')).toBe(false);
  expect(media.rights.get('sip_a')).toMatchObject({ mayHear: false });
  for (let minute = 0; minute < 10; minute += 1) {
    clock.pass(60_000);
    await look();
  }
  expect(isIn('sip_a')).toBe(true);
  expect(await waiting()).toMatchObject([
    { identity: 'sip_a', displayName: 'Téléphone …12', verified: 'phone' },
  ]);
});

test('a caller who is let in hears and is heard', async () => {
  const { call, isHeard, media, moderate, place, look } = await meeting();
  await moderate({ action: 'set-waiting-room', on: true });
  await call('sip_a');
  expect((await moderate({ action: 'admit', target: 'all' })).statusCode).toBe(204);
  expect(isHeard('sip_a')).toBe(true);
  expect(media.rights.get('sip_a')).toMatchObject({ mayHear: true, sources: ['microphone'] });
  await look();
  expect(await place('sip_a')).toBe('seated');
  expect(isHeard('sip_a')).toBe(true);
});

test('a caller who cannot be unmuted is hung up on, and comes in when they call again', async () => {
  const { call, isIn, isHeard, media, moderate, hangUp, look } = await meeting();
  await moderate({ action: 'set-waiting-room', on: true });
  await call('sip_a');
  media.fails = (asked) => asked.startsWith('unmuteTrack');
  await moderate({ action: 'admit', target: 'sip_a' });
  expect(isIn('sip_a')).toBe(false);
  hangUp('sip_a');
  await look();
  await call('sip_a');
  expect([isIn('sip_a'), isHeard('sip_a')]).toEqual([true, true]);
});

test('a caller who is refused, or removed, is hung up on, again when they call again', async () => {
  const { call, isIn, moderate } = await meeting();
  await moderate({ action: 'set-waiting-room', on: true });
  await call('sip_a');
  await moderate({ action: 'refuse', target: 'sip_a' });
  expect(isIn('sip_a')).toBe(false);
  await call('sip_a');
  expect(isIn('sip_a')).toBe(false);
  await moderate({ action: 'set-waiting-room', on: false });
  await call('sip_b');
  await moderate({ action: 'remove', target: 'sip_b' });
  expect(isIn('sip_b')).toBe(false);
  await call('sip_b');
  expect(isIn('sip_b')).toBe(false);
});

test('a caller who waited and hung up waits no more, and does not keep an empty meeting open', async () => {
  const { call, hangUp, look, moderate, waiting } = await meeting();
  await moderate({ action: 'set-waiting-room', on: true });
  await call('sip_a');
  hangUp('sip_a');
  await look();
  expect(await waiting()).toEqual([]);
});

test('callers who wait take up places in the room, which nobody else is promised', async () => {
  const { call, isIn, moderate, post, opener } = await meeting({ VISIO_MAX_PARTICIPANTS: '3' });
  await moderate({ action: 'set-waiting-room', on: true });
  await call('sip_a');
  await call('sip_b');
  await call('sip_c');
  expect(['sip_a', 'sip_b', 'sip_c'].map(isIn)).toEqual([true, true, false]);
  await moderate({ action: 'set-waiting-room', on: false });
  const body = { code: codeOf(opener.meeting.links.participant), displayName: 'Paul' };
  expect((await post('/api/v1/invitations/join', body)).statusCode).toBe(409);
  expect((await moderate({ action: 'admit', target: 'all' })).statusCode).toBe(204);
});

test('whom a moderator forbids to speak is muted while on the telephone, not cut off, and heard again when allowed', async () => {
  const { call, isHeard, isIn, moderate, media } = await meeting();
  await call('sip_a');
  const allow = (target: string, allowed: boolean) =>
    moderate({ action: 'set-publishing', target, source: 'microphone', allowed });
  for (const target of ['participants', 'sip_a']) {
    await allow(target, false);
    expect([target, isHeard('sip_a'), isIn('sip_a')]).toEqual([target, false, true]);
    expect(media.rights.get('sip_a')?.sources).toEqual(['microphone']);
    await allow(target, true);
    expect([target, isHeard('sip_a')]).toEqual([target, true]);
  }
  await moderate({ action: 'mute', target: 'sip_a' });
  expect(isHeard('sip_a')).toBe(false);
});

test('a caller who comes while nobody may speak is muted', async () => {
  const { call, isHeard, moderate } = await meeting();
  await moderate({ action: 'set-publishing', target: 'participants', source: 'microphone', allowed: false });
  await call('sip_a');
  expect(isHeard('sip_a')).toBe(false);
});
