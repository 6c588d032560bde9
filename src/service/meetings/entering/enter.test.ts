import { expect, test } from 'vitest';
import type { Admission, Waiting } from '../../../shared/meeting.ts';
import { peopleOf } from '../../testing/moderator.ts';
import { bearer, startTestService } from '../../testing/test-service.ts';
import { enter } from './enter.ts';
import { personOf, type Person } from '../meeting-state.ts';
import { keepWaiting, stopWaiting } from './waiting-room.ts';

const second = 1000;

async function meeting(environment: NodeJS.ProcessEnv = {}) {
  const service = await startTestService(environment);
  const people = peopleOf(service);
  const opener = await service.open();
  people.enter(opener);
  await service.sweep();
  const link = opener.meeting.links.participant;
  const lock = (locked: boolean) => people.moderate(opener, { action: 'set-locked', locked });
  const waitingRoom = (on: boolean) => people.moderate(opener, { action: 'set-waiting-room', on });
  const wait = async (name = 'Paul') => (await people.tryToJoin(link, name)).json<Waiting>();
  /** Names of those who wait, as the moderator sees them. */
  const whoWaits = async () =>
    (await people.waiting(opener)).json<{ displayName: string }[]>().map(({ displayName }) => displayName);
  const identityOf = async (name: string) => {
    const listed = (await people.waiting(opener)).json<{ displayName: string; identity: string }[]>();
    return listed.find(({ displayName }) => displayName === name)?.identity ?? '';
  };
  const told: string[] = [];
  service.deps.announcements.listen(opener.meeting.id, {
    identity: opener.participant.identity,
    tell: (event) => void told.push(JSON.stringify(event)),
    close: () => undefined,
  });
  return { service, opener, link, lock, waitingRoom, wait, whoWaits, identityOf, told, ...people };
}
const type = (answer: { json(): unknown }) => (answer.json() as { type: string }).type.split(':').at(-1);

test('a lock keeps newcomers out; the link says so before they try', async () => {
  const { service, lock, tryToJoin, link } = await meeting();
  await lock(true);
  const answer = await tryToJoin(link);
  expect([answer.statusCode, type(answer)]).toEqual([423, 'meeting-locked']);
  expect((await service.post('/api/v1/invitations/lookup', { code: link.slice(-30) })).json()).toMatchObject({
    locked: true,
    waitingRoom: false,
  });
  await lock(false);
  expect((await tryToJoin(link)).statusCode).toBe(200);
});

test('a lock is no matter to moderators, nor to those who were in the room a moment ago, present, lost or gone', async () => {
  const { service, lock, tryToJoin, rejoin, opener, link, enter: comesIn, vanish } = await meeting();
  const [present, lost, leaver] = [
    await service.join(link),
    await service.join(link),
    await service.join(link),
  ];
  for (const each of [present, lost, leaver]) comesIn(each);
  await service.sweep();
  await service.post('/api/v1/participation/leave', {}, bearer(leaver));
  vanish(lost);
  await lock(true);
  service.clock.pass(299 * second);
  await service.sweep();
  expect((await tryToJoin(opener.meeting.links.moderator ?? '')).statusCode).toBe(200);
  for (const each of [opener, present, lost, leaver]) expect((await rejoin(each)).statusCode).toBe(200);
});

test('whoever was never in the room, or left it five minutes ago, is a newcomer: the lock and the waiting room are for them', async () => {
  const { service, lock, waitingRoom, rejoin, link, enter: comesIn, opener } = await meeting();
  const [spare, lazy, longGone] = [
    await service.join(link),
    await service.join(link),
    await service.join(link),
  ];
  comesIn(longGone);
  await service.sweep();
  for (const each of [spare, longGone]) await service.post('/api/v1/participation/leave', {}, bearer(each));
  await lock(true);
  // The lock frees seats that nobody has taken up.
  expect(await service.seats(opener)).toBe(1);
  for (const each of [spare, lazy]) expect(type(await rejoin(each))).toBe('meeting-locked');
  expect((await rejoin(longGone)).statusCode).toBe(200);
  await service.post('/api/v1/participation/leave', {}, bearer(longGone));
  service.clock.pass(300 * second);
  await service.sweep();
  expect(type(await rejoin(longGone))).toBe('meeting-locked');
  await lock(false);
  await waitingRoom(true);
  for (const each of [spare, lazy, longGone]) expect((await rejoin(each)).statusCode).toBe(202);
});

test('whoever is in the room has their seat when it is locked, also if nobody has looked since they came', async () => {
  const { service, lock, rejoin, link, enter: comesIn, isIn } = await meeting();
  const guest = await service.join(link);
  comesIn(guest);
  await lock(true);
  await service.sweep();
  expect(isIn(guest)).toBe(true);
  expect((await rejoin(guest)).statusCode).toBe(200);
});

test('a token from before the lock lets nobody in who was not there', async () => {
  const { service, lock, link, enter: comesIn, isIn, opener } = await meeting();
  const guest = await service.join(link);
  await lock(true);
  service.clock.pass(second);
  comesIn(guest);
  await service.deps.store.bringForward(opener.meeting.id);
  await service.sweep();
  expect(isIn(guest)).toBe(false);
});

test('while LiveKit does not answer a lock leaves the seats as they are, and the next look frees them', async () => {
  const { service, lock, rejoin, link, opener } = await meeting();
  const guest = await service.join(link);
  service.media.silent = true;
  expect((await lock(true)).statusCode).toBe(204);
  expect(await service.seats(opener)).toBe(2);
  expect(type(await rejoin(guest))).toBe('meeting-locked');
  service.media.silent = false;
  service.clock.pass(2 * second);
  await service.sweep();
  expect(await service.seats(opener)).toBe(1);
});

test('the lock stands in the metadata of the room, where everybody reads it', async () => {
  const { service, lock, opener } = await meeting();
  const state = await service.deps.store.find(opener.meeting.id);
  const read = () => JSON.parse(service.media.metadata.get(state?.room ?? '') ?? '') as object;
  await lock(true);
  expect(read()).toMatchObject({ v: 1, locked: true });
  await lock(false);
  expect(read()).toMatchObject({ locked: false });
  // What LiveKit did not hear it is told by the next comparison of rooms, and then no more.
  service.media.silent = true;
  expect((await lock(true)).statusCode).toBe(204);
  service.media.silent = false;
  await service.sweep();
  expect(read()).toMatchObject({ locked: true });
  const calls = service.media.calls.length;
  await service.sweep();
  expect(service.media.calls.slice(calls).filter((call) => call.startsWith('setRoom'))).toEqual([]);
});

test('with the waiting room on guests wait: they have a token to be called by, no seat, and nothing of LiveKit', async () => {
  const { service, waitingRoom, tryToJoin, opener, link, waiting, told, wait } = await meeting();
  await waitingRoom(true);
  const calls = service.media.calls.length;
  const answer = await tryToJoin(link, 'Paul');
  expect(answer.statusCode).toBe(202);
  expect(answer.json()).toEqual({ waiting: true, participationToken: expect.stringMatching(/^.{80}$/) });
  expect(service.media.calls).toHaveLength(calls);
  expect(await service.seats(opener)).toBe(1);
  service.clock.pass(second);
  await wait('Anne');
  expect((await waiting(opener)).json()).toEqual([
    {
      identity: expect.any(String),
      displayName: 'Paul',
      verified: 'guest',
      since: '2026-11-22T09:00:00.000Z',
    },
    {
      identity: expect.any(String),
      displayName: 'Anne',
      verified: 'guest',
      since: '2026-11-22T09:00:01.000Z',
    },
  ]);
  expect(told).toEqual(['{"type":"waiting","count":1}', '{"type":"waiting","count":2}']);
});

test('moderators and verified agents do not wait', async () => {
  const { service, waitingRoom, tryToJoin, opener } = await meeting();
  await waitingRoom(true);
  expect((await tryToJoin(opener.meeting.links.moderator ?? '')).statusCode).toBe(200);
  const state = await service.deps.store.find(opener.meeting.id);
  const agent: Person = { identity: 'a', displayName: 'A', role: 'participant', verified: 'agent' };
  const phone: Person = { ...agent, verified: 'phone' };
  expect(state && enter(state, agent, service.clock.now).answer).toBe('seated');
  expect(state && enter(state, phone, service.clock.now).answer).toBe('waiting');
});

test('who waits and asks again waits on, in the same place', async () => {
  const { service, waitingRoom, wait, rejoin, whoWaits } = await meeting();
  await waitingRoom(true);
  const paul = await wait('Paul');
  service.clock.pass(second);
  await wait('Anne');
  const again = await rejoin(paul);
  expect([again.statusCode, again.json()]).toEqual([202, paul]);
  expect(await whoWaits()).toEqual(['Paul', 'Anne']);
});

test('who is admitted has a seat for 45 s, is told, and comes in with rejoin', async () => {
  const { service, opener, waitingRoom, wait, moderate, rejoin, identityOf, told, whoWaits } =
    await meeting();
  await waitingRoom(true);
  const paul = await wait('Paul');
  const heard: string[] = [];
  const identity = await identityOf('Paul');
  service.deps.announcements.listen(opener.meeting.id, {
    identity,
    tell: (event) => void heard.push(event.type),
    close: () => undefined,
  });
  expect((await moderate(opener, { action: 'admit', target: identity })).statusCode).toBe(204);
  expect(heard).toEqual(['admitted']);
  expect(told.at(-1)).toBe('{"type":"waiting","count":0}');
  expect(await whoWaits()).toEqual([]);
  expect(await service.seats(opener)).toBe(2);
  const admitted = await rejoin(paul);
  expect(admitted.statusCode).toBe(200);
  expect(admitted.json<Admission>().participant).toEqual({
    identity,
    displayName: 'Paul',
    verified: 'guest',
  });
  service.clock.pass(46 * second);
  await service.sweep();
  expect(await service.seats(opener)).toBe(1);
  // They were let in and never came.
  expect((await rejoin(paul)).statusCode).toBe(202);
});

test('a lock takes nothing from whoever was let in a moment before', async () => {
  const { service, opener, lock, waitingRoom, wait, moderate, rejoin } = await meeting();
  await waitingRoom(true);
  const paul = await wait('Paul');
  await moderate(opener, { action: 'admit', target: 'all' });
  await lock(true);
  expect((await rejoin(paul)).statusCode).toBe(200);
  await service.deps.store.bringForward(opener.meeting.id);
  await service.sweep();
  expect((await rejoin(paul)).statusCode).toBe(200);
});

test('a seat that nobody takes up is renewed twice, then its owner is a newcomer', async () => {
  const { service, opener, waitingRoom, rejoin, link } = await meeting();
  const guest = await service.join(link);
  await waitingRoom(true);
  for (const expected of [200, 200, 202, 202]) {
    service.clock.pass(40 * second);
    await service.sweep();
    expect((await rejoin(guest)).statusCode).toBe(expected);
  }
  expect(await service.seats(opener)).toBe(1);
});

test('asking again at once renews nothing', async () => {
  const { service, waitingRoom, rejoin, link } = await meeting();
  const guest = await service.join(link);
  await waitingRoom(true);
  for (let n = 0; n < 10; n += 1) expect((await rejoin(guest)).statusCode).toBe(200);
  service.clock.pass(40 * second);
  expect((await rejoin(guest)).statusCode).toBe(200);
});

test('in a full meeting seats that nobody takes up are free after three times their time, however often their owners ask', async () => {
  const { service, rejoin, tryToJoin, link } = await meeting({ VISIO_MAX_PARTICIPANTS: '5' });
  const spares = [];
  for (let n = 0; n < 4; n += 1) spares.push(await service.join(link));
  const answers: number[] = [];
  for (let passed = 40; passed <= 160; passed += 40) {
    service.clock.pass(40 * second);
    await service.sweep();
    const guest = await tryToJoin(link);
    answers.push(guest.statusCode);
    for (const spare of spares) await rejoin(spare);
    const full = await tryToJoin(link);
    answers.push(full.statusCode);
  }
  expect(answers.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 409));
  expect(answers[6]).toBe(200);
});

test('admitting all seats them in the order in which they came, and leaves those waiting for whom there is no seat', async () => {
  const { service, opener, waitingRoom, wait, moderate, whoWaits } = await meeting({
    VISIO_MAX_PARTICIPANTS: '3',
  });
  await waitingRoom(true);
  for (const name of ['Un', 'Deux', 'Trois', 'Quatre']) {
    await wait(name);
    service.clock.pass(second);
  }
  const all = () => moderate(opener, { action: 'admit', target: 'all' });
  expect((await all()).statusCode).toBe(204);
  expect(await whoWaits()).toEqual(['Trois', 'Quatre']);
  const full = await all();
  expect([full.statusCode, type(full)]).toEqual([409, 'meeting-full']);
  expect(await service.seats(opener)).toBe(3);
});

test('who is refused is told, and their token does not get them in any more', async () => {
  const { service, opener, waitingRoom, wait, moderate, rejoin, identityOf, tryToJoin, link } =
    await meeting();
  await waitingRoom(true);
  const paul = await wait('Paul');
  const heard: string[] = [];
  service.deps.announcements.listen(opener.meeting.id, {
    identity: await identityOf('Paul'),
    tell: (event) => void heard.push(event.type),
    close: () => void heard.push('closed'),
  });
  await moderate(opener, { action: 'refuse', target: 'all' });
  expect(heard).toEqual(['refused', 'closed']);
  await waitingRoom(false);
  const answer = await rejoin(paul);
  expect([answer.statusCode, type(answer)]).toEqual([403, 'not-allowed']);
  expect((await tryToJoin(link)).statusCode).toBe(200);
});

test('switching the waiting room off lets newcomers in and decides nothing about those who wait', async () => {
  const { opener, waitingRoom, wait, moderate, rejoin, tryToJoin, link, whoWaits } = await meeting();
  await waitingRoom(true);
  const paul = await wait('Paul');
  await waitingRoom(false);
  expect((await rejoin(paul)).statusCode).toBe(202);
  expect((await tryToJoin(link)).statusCode).toBe(200);
  expect(await whoWaits()).toEqual(['Paul']);
  await moderate(opener, { action: 'admit', target: 'all' });
  expect((await rejoin(paul)).statusCode).toBe(200);
});

test('a moderator lets somebody in through a locked door', async () => {
  const { opener, lock, waitingRoom, wait, moderate, rejoin } = await meeting();
  await waitingRoom(true);
  const paul = await wait('Paul');
  await lock(true);
  expect((await rejoin(paul)).statusCode).toBe(202);
  await moderate(opener, { action: 'admit', target: 'all' });
  expect((await rejoin(paul)).statusCode).toBe(200);
});

test('who waits and is not heard of for 45 s waits no more, may wait anew, and passes no lock by that', async () => {
  const { service, waitingRoom, wait, rejoin, whoWaits, told, lock } = await meeting();
  await waitingRoom(true);
  const paul = await wait('Paul');
  service.clock.pass(44 * second);
  await service.sweep();
  expect(await whoWaits()).toEqual(['Paul']);
  service.clock.pass(second);
  await service.sweep();
  expect(await whoWaits()).toEqual([]);
  expect(told.at(-1)).toBe('{"type":"waiting","count":0}');
  expect((await rejoin(paul)).statusCode).toBe(202);
  await service.post('/api/v1/participation/leave', {}, bearer(paul));
  expect(await whoWaits()).toEqual([]);
  await lock(true);
  expect(type(await rejoin(paul))).toBe('meeting-locked');
});

test('a stream that stays open is a write every half minute, not at every ping', async () => {
  const { service, opener, waitingRoom, wait, identityOf } = await meeting();
  await waitingRoom(true);
  await wait('Paul');
  const paul = await identityOf('Paul');
  let state = await service.deps.store.find(opener.meeting.id);
  let writes = 0;
  for (let ping = 0; ping < 8; ping += 1) {
    const next = state && keepWaiting(state, paul, service.clock.now + ping * 15 * second);
    if (next !== state) writes += 1;
    state = next;
  }
  expect(writes).toBe(3);
});

test('no more than twice as many wait as there are seats', async () => {
  const { waitingRoom, wait, tryToJoin, link, whoWaits } = await meeting({ VISIO_MAX_PARTICIPANTS: '2' });
  await waitingRoom(true);
  for (let n = 0; n < 4; n += 1) await wait(`Élève ${n}`);
  const answer = await tryToJoin(link);
  expect([answer.statusCode, type(answer)]).toEqual([409, 'meeting-full']);
  expect(await whoWaits()).toHaveLength(4);
});

test('who waits can do nothing in the meeting, and no moderator can be tricked into removing a stranger', async () => {
  const { service, opener, waitingRoom, wait, hand, waiting, moderate, identityOf, rejoin } = await meeting();
  await waitingRoom(true);
  const paul = await wait('Paul');
  for (const answer of [
    await hand('PUT', paul),
    await waiting(paul),
    await moderate(paul, { action: 'admit', target: 'all' }),
    await service.post('/api/v1/participation/end-meeting', {}, bearer(paul)),
  ]) {
    expect(type(answer)).toBe('not-allowed');
  }
  await moderate(opener, { action: 'remove', target: await identityOf('Paul') });
  expect(type(await rejoin(paul))).toBe('removed');
});

test('who waits learns of the end', async () => {
  const { service, opener, waitingRoom, wait, rejoin } = await meeting();
  await waitingRoom(true);
  const paul = await wait('Paul');
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opener));
  expect(type(await rejoin(paul))).toBe('meeting-over');
});

test('whoever is made moderator while somebody waits is told how many', async () => {
  const { service, opener, link, waitingRoom, wait, moderate } = await meeting();
  const guest = await service.join(link);
  await waitingRoom(true);
  await wait('Paul');
  const heard: unknown[] = [];
  service.deps.announcements.listen(opener.meeting.id, {
    identity: guest.participant.identity,
    tell: (event) => void heard.push(event),
    close: () => undefined,
  });
  await moderate(opener, { action: 'promote', target: guest.participant.identity });
  expect(heard).toEqual([{ type: 'waiting', count: 1 }]);
});

test('a crowd that waits and goes away leaves nothing that grows', async () => {
  const { service, opener, waitingRoom } = await meeting();
  await waitingRoom(true);
  const found = await service.deps.store.find(opener.meeting.id);
  if (!found) throw new Error('the meeting is gone');
  let state = found;
  for (let n = 0; n < 300; n += 1) {
    const identity = `n${n}`;
    const guest: Person = { identity, displayName: 'Élève', role: 'participant', verified: 'guest' };
    const entered = enter(state, guest, service.clock.now + n);
    expect(entered.answer).toBe('waiting');
    state = stopWaiting(entered.state, identity, service.clock.now + n);
  }
  expect(Object.keys(state.people).length).toBeLessThanOrEqual(202);
  expect(personOf(state, opener.participant.identity)).toBeDefined();
});
