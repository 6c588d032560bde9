import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { signLivekitToken } from '../livekit/api-clients.ts';
import { meetingInside } from '../testing/meeting-inside.ts';
import { bearer, roomOf, testEnvironment, type TestService } from '../testing/test-service.ts';

const apiKey = testEnvironment()['VISIO_LIVEKIT_API_KEY'] ?? '';
const apiSecret = testEnvironment()['VISIO_LIVEKIT_API_SECRET'] ?? '';

type Signing = {
  readonly apiKey?: string;
  readonly apiSecret?: string;
  readonly clock?: () => number;
  readonly body?: string;
};

/** Posts what LiveKit would, signed as it does: with this machine's time, which is not the service's in tests. */
async function say(service: TestService, event: object, signing: Signing = {}) {
  const body = JSON.stringify({ id: 'EV_1', createdAt: String(service.clock.now / 1000), ...event });
  const signed = createHash('sha256')
    .update(signing.body ?? body)
    .digest('base64');
  const token = await signLivekitToken(
    { apiKey, apiSecret, clock: Date.now, ...signing },
    { sha256: signed },
    60,
  );
  return post(service, body, token);
}
const post = (service: TestService, body: string, authorization?: string) =>
  service.app.inject({
    method: 'POST',
    url: '/livekit/webhook',
    headers: {
      host: '127.0.0.1:8080',
      'content-type': 'application/webhook+json',
      ...(authorization === undefined ? {} : { authorization }),
    },
    payload: body,
  });

/** A meeting whose guest is in the room, and nothing due. */
async function meeting(environment: NodeJS.ProcessEnv = {}) {
  const { service, opener, others, ...people } = await meetingInside(['participant'], environment);
  const [guest] = others;
  service.clock.pass(1000);
  service.media.calls.length = 0;
  const room = { name: roomOf(opener) };
  const { identity } = guest.participant;
  const joined = { event: 'participant_joined', room, participant: { identity } };
  const sends = (source: string, kind = 'AUDIO') => ({
    event: 'track_published',
    room,
    participant: { identity },
    track: { sid: 'TR_1', type: kind, source },
  });
  const isDue = async () => (await service.deps.store.claimDue(10)).length > 0;
  return { service, opener, guest, identity, room, joined, sends, isDue, ...people };
}

test.each([
  ['by another key', { apiKey: 'other' }],
  ['with another secret', { apiSecret: 'another secret of more than thirty-two characters' }],
  ['over another body', { body: '{}' }],
])('what is signed %s is turned away and does nothing', async (_what, signing) => {
  const { service, joined, isDue } = await meeting();
  const answer = await say(service, { ...joined, participant: { identity: 'stranger' } }, signing);
  expect([answer.statusCode, answer.json().type]).toEqual([401, 'urn:visio-agents:failure:not-signed-in']);
  expect(await isDue()).toBe(false);
  expect(service.media.calls).toEqual([]);
});

test.each([
  ['nothing', undefined],
  ['nonsense', 'nonsense'],
  ['a bearer of nonsense', 'Bearer a.b.c'],
  ['an unsigned token', `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
])('with %s for a signature it is turned away', async (_what, authorization) => {
  const { service, joined } = await meeting();
  expect((await post(service, JSON.stringify(joined), authorization)).statusCode).toBe(401);
});

test('a participation token or a media token signs nothing', async () => {
  const { service, joined, opener } = await meeting();
  for (const token of [opener.participationToken, opener.livekitToken])
    expect((await post(service, JSON.stringify(joined), token)).statusCode).toBe(401);
});

test('a body that is too large is not read', async () => {
  const { service } = await meeting();
  expect((await post(service, 'x'.repeat(70_000))).statusCode).toBe(400);
});

test('who came or went makes the meeting due; said again or long ago it does nothing', async () => {
  for (const event of ['participant_joined', 'participant_left', 'room_finished']) {
    const { service, joined, isDue } = await meeting();
    expect((await say(service, { ...joined, event })).statusCode).toBe(204);
    expect([event, await isDue()]).toEqual([event, true]);
    await service.sweep();
    service.clock.pass(11_000);
    await service.sweep();
    await say(service, { ...joined, event });
    expect([event, await isDue()]).toEqual([event, false]);
    const old = String(service.clock.now / 1000 - 61);
    await say(service, { ...joined, event, id: 'EV_2', createdAt: old });
    expect([event, await isDue()]).toEqual([event, false]);
  }
});

test.each([
  ['late', 'dated more than a minute ago', 204, { sentMsAgo: 0, createdMsAgo: 61_000 }],
  ['late', 'whose signature was good until some minutes ago', 401, { sentMsAgo: 200_000, createdMsAgo: 0 }],
  ['early', 'by a clock that is ahead', 401, { sentMsAgo: -30_000, createdMsAgo: 0 }],
])('what is dropped as %s, %s, is counted, and the log says so once a minute', async (...given) => {
  const [reason, , status, { sentMsAgo, createdMsAgo }] = given;
  const { service, joined, isDue } = await meeting({ VISIO_METRICS: 'true' });
  const createdAt = String((service.clock.now - createdMsAgo) / 1000);
  const clock = (): number => Date.now() - sentMsAgo;
  for (const id of ['EV_1', 'EV_2'])
    expect((await say(service, { ...joined, id, createdAt }, { clock })).statusCode).toBe(status);
  expect(await isDue()).toBe(false);
  const { body } = await service.app.inject({ url: '/metrics', headers: { host: '127.0.0.1:8080' } });
  expect(body).toContain(`visio_webhooks_dropped_total{reason="${reason}"} 2`);
  const lines = service
    .log()
    .split('\n')
    .filter((line) => line.includes('a webhook was dropped'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ reason, runbook: 'VisioWebhooksDropped' });
});

test('a room that is started again after its meeting has ended is deleted until it is gone', async () => {
  const { service, opener, room } = await meeting();
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opener));
  const { media } = service;
  const revive = (): void => void media.rooms.set(room.name, new Set(['somebody']));
  revive();
  media.calls.length = 0;
  let revivals = 2;
  // Whoever is put out is back before LiveKit is asked whether the room is gone.
  media.meanwhile = async (call) => {
    if (call === 'listRooms' && revivals-- > 0) revive();
  };
  expect((await say(service, { event: 'room_started', room })).statusCode).toBe(204);
  await expect.poll(() => media.calls.filter((call) => call === 'listRooms').length).toBe(3);
  expect(media.calls.filter((call) => call.startsWith('deleteRoom'))).toHaveLength(3);
  expect([...media.rooms.keys()]).not.toContain(room.name);
});

test.each([
  ['the first deletion', 0],
  ['ten minutes', 10 * 60_000],
  // A token of eleven minutes is given anew to whoever came in with one.
  ['twenty minutes', 20 * 60_000],
])('so it is %s later', async (_what, ms) => {
  const { service, opener, room } = await meeting();
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opener));
  service.clock.pass(ms);
  service.media.metadata.delete(room.name);
  service.media.rooms.set(room.name, new Set(['somebody']));
  await say(service, { event: 'room_started', room });
  await expect.poll(() => service.media.rooms.has(room.name)).toBe(false);
});

test('so it is where LiveKit remembers the meeting of the room, for as long as people have tokens for it', async () => {
  const { service, opener, room } = await meeting();
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opener));
  service.clock.pass(11 * 60_000 - 1000);
  service.media.rooms.set(room.name, new Set(['somebody']));
  await say(service, { event: 'room_started', room });
  await expect.poll(() => service.media.rooms.has(room.name)).toBe(false);
});

test('a room that is started and is in no meeting yet, or still is in one, is left alone', async () => {
  const { service, room } = await meeting();
  const name = 'va-test-00000000000000000000000000000000';
  const { media } = service;
  media.rooms.set(name, new Set());
  media.metadata.set(name, media.metadata.get(room.name) ?? '');
  for (const [n, each] of [room, { name }].entries())
    await say(service, { id: `EV_${n}`, event: 'room_started', room: each });
  await expect.poll(() => media.calls).toEqual(['listRooms']);
  await new Promise((resolve) => setImmediate(resolve));
  expect(media.calls).toEqual(['listRooms']);
});

test('whoever still comes to a room that a meeting is leaving does not have it deleted', async () => {
  const { service, opener, joined, room } = await meeting();
  const state = await service.deps.store.find(opener.meeting.id);
  if (state) await service.deps.meetingRooms.move(state, 'planned');
  service.media.calls.length = 0;
  await say(service, joined);
  await new Promise((resolve) => setImmediate(resolve));
  expect([service.media.calls, service.media.rooms.has(room.name)]).toEqual([[], true]);
});

test.each(['va-other-00000000000000000000000000000000', 'va-test-00000000000000000000000000000000', ''])(
  'what is said of a room that is no open meeting of ours does nothing: « %s »',
  async (name) => {
    const { service, joined, isDue } = await meeting();
    expect((await say(service, { ...joined, room: { name } })).statusCode).toBe(204);
    expect(await isDue()).toBe(false);
    expect(service.media.calls).toEqual([]);
  },
);

test('somebody whom the meeting does not know, or has removed, is shown out before the answer', async () => {
  const { service, opener, identity, joined, moderate, enter, guest, isIn } = await meeting();
  await moderate(opener, { action: 'remove', target: identity });
  enter(guest);
  await say(service, joined);
  expect(isIn(guest)).toBe(false);
  await say(service, { ...joined, id: 'EV_2', participant: { identity: 'stranger' } });
  expect(service.media.calls).toContain('removeParticipant stranger');
});

test('a caller who comes is nobody to be shown out, and has the rights of a caller before the answer', async () => {
  const { service, joined } = await meeting();
  await say(service, { ...joined, participant: { identity: 'sip_1', kind: 'SIP' } });
  expect(service.media.calls).toEqual(['setRights sip_1 microphone']);
});

test('sound as camera is undone before the answer; sound as microphone costs LiveKit nothing', async () => {
  const { service, identity, sends, sources, guest } = await meeting();
  await say(service, sends('MICROPHONE'));
  expect(service.media.calls).toEqual([]);
  await say(service, { ...sends('CAMERA'), id: 'EV_2' });
  expect(service.media.calls).toEqual([`setRights ${identity} microphone,screen_share,screen_share_audio`]);
  expect(sources(guest)).not.toContain('camera');
});

test.each(['CAMERA', 'SCREEN_SHARE'])('a picture as %s is what it should be', async (source) => {
  const { service, sends } = await meeting();
  await say(service, sends(source, 'VIDEO'));
  expect(service.media.calls).toEqual([]);
});

test('a moderator is taken nothing for it', async () => {
  const { service, opener, sends } = await meeting();
  const before = await service.deps.store.find(opener.meeting.id);
  await say(service, { ...sends('CAMERA'), participant: opener.participant });
  expect(service.media.calls).toEqual([]);
  expect(await service.deps.store.find(opener.meeting.id)).toBe(before);
});

test('whoever comes with rights from before a decision gets those of after it', async () => {
  const { service, opener, identity, joined, guest, moderate, sources } = await meeting();
  const before = service.media.rights.get(identity);
  await moderate(opener, { action: 'set-publishing', target: identity, source: 'screen', allowed: false });
  if (before) service.media.rights.set(identity, before);
  await say(service, {
    ...joined,
    participant: {
      identity,
      permission: {
        canPublish: true,
        canSubscribe: true,
        canPublishData: false,
        canPublishSources: ['MICROPHONE', 'CAMERA', 'SCREEN_SHARE', 'SCREEN_SHARE_AUDIO'],
      },
      attributes: before?.attributes,
    },
  });
  expect(sources(guest)).toEqual(['microphone', 'camera']);
});
