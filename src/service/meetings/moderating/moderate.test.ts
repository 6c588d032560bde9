import { expect, test, vi } from 'vitest';
import type { Admission, Waiting } from '../../../shared/meeting.ts';
import type { Moderation } from '../../../shared/moderation.ts';
import { meetingInside } from '../../testing/meeting-inside.ts';
import { peopleOf } from '../../testing/moderator.ts';
import { bearer, codeOf, roomOf } from '../../testing/test-service.ts';

const everything = ['microphone', 'camera', 'screen_share', 'screen_share_audio'];

/** A meeting with its opener and one guest in the room. */
async function meetingOfTwo() {
  const { service, others, ...people } = await meetingInside(['participant']);
  const [guest] = others;
  const { identity: target } = guest.participant;
  const ended: string[] = [];
  const listen = ({ meeting, participant }: Admission) =>
    service.deps.announcements.listen(meeting.id, {
      identity: participant.identity,
      tell: (event) => void ended.push(JSON.stringify(event)),
      close: () => void ended.push('closed'),
    });
  return { service, guest, target, listen, ended, ...people };
}

const track = (kind: 'audio' | 'video', source: 'microphone' | 'camera' | 'screen_share_audio') => ({
  sid: `TR_${source}`,
  kind,
  source,
  muted: false,
});
const type = (answer: { json(): unknown }) => (answer.json() as { type: string }).type.split(':').at(-1);

/** At least one of each action, in the order in which they can all be done to the same person. */
const wishes = (target: string): Moderation[] =>
  Object.values({
    mute: [{ action: 'mute', target }],
    'mute-all': [{ action: 'mute-all' }],
    'set-publishing': [
      { action: 'set-publishing', target, source: 'camera', allowed: false },
      { action: 'set-publishing', target: 'participants', source: 'screen', allowed: false },
    ],
    'set-locked': [{ action: 'set-locked', locked: true }],
    'set-waiting-room': [{ action: 'set-waiting-room', on: true }],
    admit: [{ action: 'admit', target: 'all' }],
    refuse: [{ action: 'refuse', target: 'all' }],
    'lower-hand': [
      { action: 'lower-hand', target },
      { action: 'lower-hand', target: 'all' },
    ],
    promote: [{ action: 'promote', target }],
    'set-interpreter': [
      { action: 'set-interpreter', target, on: false },
      { action: 'set-interpreter', target, on: true },
    ],
    'set-spotlight': [
      { action: 'set-spotlight', target: null },
      { action: 'set-spotlight', target },
    ],
    remove: [{ action: 'remove', target }],
    'reopen-moderator-link': [{ action: 'reopen-moderator-link' }],
  } satisfies Record<Moderation['action'], Moderation[]>).flat();

test('every action is answered alike the second time, and leaves the same behind', async () => {
  const { service, opener, target, moderate } = await meetingOfTwo();
  for (const wish of wishes(target)) {
    expect([wish.action, (await moderate(opener, wish)).statusCode]).toEqual([wish.action, 204]);
    const once = await service.deps.store.find(opener.meeting.id);
    expect([wish.action, (await moderate(opener, wish)).statusCode]).toEqual([wish.action, 204]);
    expect(await service.deps.store.find(opener.meeting.id)).toEqual(once);
  }
});

test('a participant may do none of it, nor see who waits', async () => {
  const { service, opener, guest, moderate, waiting } = await meetingOfTwo();
  const before = await service.deps.store.find(opener.meeting.id);
  const calls = service.media.calls.length;
  for (const wish of wishes(opener.participant.identity)) {
    const answer = await moderate(guest, wish);
    expect([wish.action, answer.statusCode, type(answer)]).toEqual([wish.action, 403, 'not-allowed']);
  }
  expect(type(await waiting(guest))).toBe('not-allowed');
  expect(await service.deps.store.find(opener.meeting.id)).toEqual(before);
  expect(service.media.calls).toHaveLength(calls);
});

test('nobody is moderated who never was in this meeting, whatever they are called', async () => {
  const { service, opener, moderate } = await meetingOfTwo();
  const elsewhere = await service.open();
  for (const target of [elsewhere.participant.identity, 'nobody', '__proto__', 'constructor']) {
    for (const wish of wishes(target).filter((each) => 'target' in each && each.target === target)) {
      const answer = await moderate(opener, wish);
      expect([wish.action, answer.statusCode, answer.json()]).toMatchObject([
        wish.action,
        400,
        { field: 'target' },
      ]);
    }
  }
});

test.each([
  { action: 'explode' },
  { action: 'mute' },
  { action: 'mute', target: '' },
  { action: 'mute', target: 'x', more: true },
  { action: 'set-publishing', target: 'x', source: 'holodeck', allowed: true },
  { action: 'set-locked', locked: 'yes' },
  { action: 'set-spotlight' },
  { action: 'set-interpreter', target: 'x' },
  { action: 'set-interpreter', target: 'all', on: 1 },
  { action: 'set-spotlight', target: '' },
  {},
])('what is no action is a bad request: %j', async (wish) => {
  const { opener, moderate } = await meetingOfTwo();
  expect((await moderate(opener, wish as unknown as Moderation)).statusCode).toBe(400);
});

test('a removed person is out at once, told why, and does not come back with any token they have', async () => {
  const { service, opener, guest, target, moderate, rejoin, isIn, enter, hand, listen, ended } =
    await meetingOfTwo();
  listen(guest);
  await moderate(opener, { action: 'remove', target });
  expect(isIn(guest)).toBe(false);
  expect(ended).toEqual(['{"type":"ended","reason":"removed"}', 'closed']);
  for (const answer of [await rejoin(guest), await hand('PUT', guest)]) {
    expect([answer.statusCode, type(answer)]).toEqual([403, 'removed']);
  }
  expect(await service.seats(opener)).toBe(1);
  // With a token that LiveKit itself has refreshed.
  enter(guest);
  await service.deps.store.bringForward(opener.meeting.id);
  service.clock.pass(1);
  await service.sweep();
  expect(isIn(guest)).toBe(false);
  // The link is another matter: whoever uses it is somebody new.
  expect((await service.join(opener.meeting.links.participant)).participant.identity).not.toBe(target);
});

test('a moderator who was removed moderates no more', async () => {
  const { service, opener, moderate } = await meetingOfTwo();
  const other = await service.join(opener.meeting.links.moderator ?? '');
  await moderate(opener, { action: 'remove', target: other.participant.identity });
  const answer = await moderate(other, { action: 'remove', target: opener.participant.identity });
  expect(type(answer)).toBe('removed');
});

test('a moderator who was removed in the moment before ends no meeting', async () => {
  const { service, opener, moderate } = await meetingOfTwo();
  const other = await service.join(opener.meeting.links.moderator ?? '');
  const { store } = service.deps;
  const { update } = store;
  // Between the look at their token and the end itself.
  vi.spyOn(store, 'update').mockImplementationOnce(async (...asked) => {
    await moderate(opener, { action: 'remove', target: other.participant.identity });
    return update(...asked);
  });
  const ended = await service.post('/api/v1/participation/end-meeting', {}, bearer(other));
  expect([ended.statusCode, type(ended)]).toEqual([403, 'not-allowed']);
  expect((await service.post('/api/v1/participation/rejoin', {}, bearer(opener))).statusCode).toBe(200);
});

test('whoever was made moderator while waiting, and then refused, moderates nothing', async () => {
  const { service, opener, moderate } = await meetingOfTwo();
  await moderate(opener, { action: 'set-waiting-room', on: true });
  const body = { code: codeOf(opener.meeting.links.participant), displayName: 'Paul' };
  const paul = (await service.post('/api/v1/invitations/join', body)).json<Waiting>();
  const target = service.deps.tokens.read(paul.participationToken)?.identity ?? '';
  await moderate(opener, { action: 'promote', target });
  await moderate(opener, { action: 'refuse', target });
  const answers = [
    await moderate(paul, { action: 'set-locked', locked: true }),
    await service.post('/api/v1/participation/end-meeting', {}, bearer(paul)),
    await peopleOf(service).waiting(paul),
  ];
  expect(answers.map(type)).toEqual(['not-allowed', 'not-allowed', 'not-allowed']);
});

test('a ban holds while LiveKit does not answer, and is carried out as soon as it does', async () => {
  const { service, opener, guest, target, moderate, rejoin, isIn } = await meetingOfTwo();
  service.media.silent = true;
  expect((await moderate(opener, { action: 'remove', target })).statusCode).toBe(204);
  expect(type(await rejoin(guest))).toBe('removed');
  service.media.silent = false;
  service.clock.pass(1);
  await service.sweep();
  expect(isIn(guest)).toBe(false);
});

test('what is taken from one person is gone from LiveKit and stays gone when they come back, until it is given back', async () => {
  const { opener, guest, target, moderate, rejoin, sources, service, enter } = await meetingOfTwo();
  const set = (allowed: boolean) =>
    moderate(opener, { action: 'set-publishing', target, source: 'microphone', allowed });
  await set(false);
  // The sound of a shared screen could be any sound.
  expect(sources(guest)).toEqual(['camera', 'screen_share']);
  service.media.rooms.get(roomOf(guest))?.delete(target);
  enter((await rejoin(guest)).json());
  expect(sources(guest)).toEqual(['camera', 'screen_share']);
  await set(true);
  expect(sources(guest)).toEqual(everything);
});

test('the policy holds for all participants and those who come later, is told to all, and binds no moderator', async () => {
  const { service, opener, guest, moderate, sources } = await meetingOfTwo();
  await moderate(opener, {
    action: 'set-publishing',
    target: 'participants',
    source: 'camera',
    allowed: false,
  });
  const late = await service.join(opener.meeting.links.participant);
  for (const each of [guest, late])
    expect(sources(each)).toEqual(['microphone', 'screen_share', 'screen_share_audio']);
  expect(sources(opener)).toEqual(everything);
  expect(JSON.parse(service.media.metadata.get(roomOf(opener)) ?? '')).toMatchObject({
    policy: { microphone: true, camera: false, screen: true },
  });
});

test('a decision for all takes back the earlier ones for one', async () => {
  const { opener, guest, target, moderate, sources } = await meetingOfTwo();
  const microphone = (who: string, allowed: boolean) =>
    moderate(opener, { action: 'set-publishing', target: who, source: 'microphone', allowed });
  await microphone('participants', false);
  await microphone(target, true);
  expect(sources(guest)).toEqual(everything);
  await microphone('participants', false);
  expect(sources(guest)).not.toContain('microphone');
});

test('nothing can be taken from a moderator; whoever becomes one may everything and has the link at their next rejoin', async () => {
  const { opener, guest, target, moderate, rejoin, sources, attributes } = await meetingOfTwo();
  const take = () =>
    moderate(opener, { action: 'set-publishing', target, source: 'microphone', allowed: false });
  await take();
  await moderate(opener, { action: 'promote', target });
  expect(sources(guest)).toEqual(everything);
  expect(attributes(guest)).toMatchObject({ 'visio.role': 'moderator' });
  expect(type(await take())).toBe('not-allowed');
  expect((await rejoin(guest)).json<Admission>().meeting).toMatchObject({
    role: 'moderator',
    links: { moderator: opener.meeting.links.moderator },
  });
  expect((await moderate(guest, { action: 'set-locked', locked: true })).statusCode).toBe(204);
});

test('muting mutes open microphones and nothing else; for all it spares whoever asks', async () => {
  const { service, opener, guest, target, moderate } = await meetingOfTwo();
  const { tracks } = service.media;
  const muted = (identity: string) => tracks.get(identity)?.flatMap((each) => (each.muted ? [each.sid] : []));
  tracks.set(opener.participant.identity, [track('audio', 'microphone')]);
  tracks.set(target, [track('audio', 'microphone'), track('video', 'camera')]);
  await moderate(opener, { action: 'mute', target });
  expect(muted(target)).toEqual(['TR_microphone']);
  tracks.set(target, [track('audio', 'microphone')]);
  await moderate(opener, { action: 'mute-all' });
  expect(muted(target)).toEqual(['TR_microphone']);
  expect(muted(opener.participant.identity)).toEqual([]);
  expect(guest.participant.identity).toBe(target);
});

test('a mute that LiveKit did not do is not said to be done', async () => {
  const { service, opener, target, moderate } = await meetingOfTwo();
  service.media.silent = true;
  const answer = await moderate(opener, { action: 'mute', target });
  expect([answer.statusCode, type(answer), answer.headers['retry-after']]).toEqual([
    503,
    'media-unreachable',
    '5',
  ]);
});

test('sound under the name of the camera costs the camera, also for the next token', async () => {
  const { service, opener, guest, target, moderate, rejoin, sources } = await meetingOfTwo();
  service.media.tracks.set(target, [track('audio', 'camera')]);
  await service.deps.store.bringForward(opener.meeting.id);
  await service.sweep();
  expect(service.media.tracks.get(target)).toEqual([]);
  await rejoin(guest);
  expect(sources(guest)).toEqual(['microphone', 'screen_share', 'screen_share_audio']);
  await moderate(opener, { action: 'set-publishing', target, source: 'camera', allowed: true });
  expect(sources(guest)).toEqual(everything);
});

test('rights that are not what they should be are set right by the next look, and a look that finds them right asks nothing', async () => {
  const { service, opener, guest, target, sources } = await meetingOfTwo();
  const look = async () => {
    await service.deps.store.bringForward(opener.meeting.id);
    await service.sweep();
  };
  service.media.rights.delete(target);
  await look();
  expect(sources(guest)).toEqual(everything);
  const before = service.media.calls.length;
  await look();
  expect(service.media.calls.slice(before).filter((call) => /set|mute|remove/.test(call))).toEqual([]);
});

test('of two changes at once LiveKit ends up with the later, whichever request reaches it last', async () => {
  const { service, opener, guest, target, moderate, sources } = await meetingOfTwo();
  const allow = (allowed: boolean) =>
    moderate(opener, { action: 'set-publishing', target, source: 'camera', allowed });
  const held = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  service.media.meanwhile = async (call) => {
    if (!call.startsWith('setRights') || call.includes('camera')) return;
    // The first one gets stuck on its way.
    service.media.meanwhile = async () => undefined;
    reached.resolve();
    await held.promise;
  };
  const first = allow(false);
  await reached.promise;
  await allow(true);
  held.resolve();
  await first;
  expect(sources(guest)).toEqual(everything);
});

test('the log tells what was done in which meeting, and to nobody whom', async () => {
  const { service, opener, target, moderate } = await meetingOfTwo();
  await moderate(opener, { action: 'remove', target });
  const line = service
    .log()
    .split('\n')
    .find((each) => each.includes('moderated'));
  expect(line).toContain(opener.meeting.reference);
  expect(line).toContain('remove');
  for (const secret of [target, opener.participant.identity, 'Marie']) expect(line).not.toContain(secret);
});

test('a meeting that is over is moderated by nobody', async () => {
  const { service, opener, moderate } = await meetingOfTwo();
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opener));
  expect(type(await moderate(opener, { action: 'mute-all' }))).toBe('meeting-over');
});
