import { expect, test } from 'vitest';
import type { Admission, Waiting } from '../../../shared/meeting.ts';
import { peopleOf } from '../../testing/moderator.ts';
import { bearer, codeOf, startTestService } from '../../testing/test-service.ts';
import type { KnownPerson } from '../meeting-state.ts';
import { createMeetingRateLimits } from './meeting-rate-limits.ts';

test('one person in haste is told to wait, before LiveKit or anybody in the room is bothered; the others feel nothing', async () => {
  const service = await startTestService({ VISIO_MAX_CALLS_PER_MINUTE: '5' });
  const { hand, rejoin, enter, waiting } = peopleOf(service);
  const opened = await service.open();
  const restless = await service.join(opened.meeting.links.participant);
  for (const each of [opened, restless]) enter(each);
  await service.sweep();
  for (let n = 0; n < 5; n += 1) await hand(n % 2 === 0 ? 'PUT' : 'DELETE', restless);
  const calls = service.media.calls.length;
  for (const refused of [await hand('PUT', restless), await rejoin(restless), await waiting(restless)]) {
    expect([refused.statusCode, refused.json().type]).toEqual([
      429,
      'urn:visio-agents:failure:too-many-requests',
    ]);
    expect(refused.headers['retry-after']).toBe('60');
  }
  expect(service.media.calls).toHaveLength(calls);
  expect((await hand('PUT', opened)).statusCode).toBe(204);
  // By person, not by address: whoever comes from the same school comes in.
  const code = codeOf(opened.meeting.links.participant);
  for (let n = 0; n < 10; n += 1)
    expect((await service.post('/api/v1/invitations/join', { code, displayName: 'Paul' })).statusCode).toBe(
      200,
    );
  service.clock.pass(60_000);
  expect((await hand('PUT', restless)).statusCode).toBe(204);
});

test('a storm upon the door of one meeting is told to wait there; at no other door, and not inside', async () => {
  const service = await startTestService({
    VISIO_MAX_ENTRIES_PER_MINUTE: '100',
    VISIO_MAX_PARTICIPANTS: '20',
  });
  const [stormed, other] = [await service.open(), await service.open()];
  const { tryToJoin, rejoin } = peopleOf(service);
  const { participant, moderator = '' } = stormed.meeting.links;
  // A class of a hundred from one address, some of whom find no seat.
  const class100 = await Promise.all(Array.from({ length: 100 }, () => tryToJoin(participant)));
  expect(new Set(class100.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]));
  const calls = service.media.calls.length;
  const late = await tryToJoin(participant);
  expect([late.statusCode, late.headers['retry-after']]).toEqual([429, '60']);
  expect(service.media.calls).toHaveLength(calls);
  expect((await tryToJoin(other.meeting.links.participant)).statusCode).toBe(200);
  expect((await rejoin(stormed)).statusCode).toBe(200);
  // Whoever has the link at least reads what is behind it.
  const lookUp = (link: string) => service.post('/api/v1/invitations/lookup', { code: codeOf(link) });
  const looks = [];
  for (let n = 0; n < 101; n += 1) looks.push((await lookUp(participant)).statusCode);
  expect([looks[0], looks[99], looks[100]]).toEqual([200, 200, 429]);
  expect((await lookUp(moderator)).statusCode).toBe(200);
  service.clock.pass(60_000);
  expect((await tryToJoin(participant)).statusCode).toBe(200);
});

test('whoever makes themselves many identities shares one budget, the door’s; nobody whom the others see is held up by that', async () => {
  const service = await startTestService({ VISIO_MAX_ENTRIES_PER_MINUTE: '60' });
  const opened = await service.open();
  const people = peopleOf(service);
  people.enter(opened);
  await service.sweep();
  const answers: number[] = [];
  // Each identity is new, so that a budget for each would never be used up.
  for (let n = 0; n < 90; n += 1) {
    const joined = await people.tryToJoin(opened.meeting.links.participant, `Élève ${n}`);
    answers.push(joined.statusCode);
    if (joined.statusCode !== 200) continue;
    for (let times = 0; times < 2; times += 1) answers.push((await people.leave(joined.json())).statusCode);
  }
  // Who has left is a newcomer again, and has the newcomers' share.
  expect(answers.filter((status) => status === 200)).toHaveLength(30);
  expect(answers.filter((status) => status === 204)).toHaveLength(60);
  expect(answers.filter((status) => status === 429)).toHaveLength(60);
  expect((await people.hand('PUT', opened)).statusCode).toBe(204);
});

test('a storm of newcomers holds up nobody who has a place: not who comes back, not who waits, not who was let in', async () => {
  const service = await startTestService({ VISIO_MAX_ENTRIES_PER_MINUTE: '60' });
  const people = peopleOf(service);
  const opened = await service.open();
  const { participant: link } = opened.meeting.links;
  people.enter(opened);
  const fresh = await service.join(link);
  await people.moderate(opened, { action: 'set-waiting-room', on: true });
  const [first, second] = [await people.tryToJoin(link, 'Paul'), await people.tryToJoin(link, 'Anne')];
  const storm = async () => {
    let last = 0;
    for (let n = 0; n < 60; n += 1) last = (await people.tryToJoin(link, 'Voleur')).statusCode;
    expect(last).toBe(429);
  };
  await storm();
  // Has a seat and was never seen: their app asks again, and reloads.
  for (let times = 0; times < 3; times += 1) expect((await people.rejoin(fresh)).statusCode).toBe(200);
  for (const each of [first, second]) expect((await people.rejoin(each.json())).statusCode).toBe(202);
  // Whoever waits and storms the door as well holds up nobody but themselves.
  const own = [];
  for (let n = 0; n < 4; n += 1) own.push((await people.rejoin(second.json())).statusCode);
  expect(own).toEqual([202, 202, 429, 429]);
  await people.moderate(opened, { action: 'admit', target: 'all' });
  for (let times = 0; times < 4; times += 1) expect((await people.rejoin(first.json())).statusCode).toBe(200);
});

test('those who wait together use up their own share, and nobody’s whom a moderator has let in', async () => {
  const service = await startTestService({ VISIO_MAX_ENTRIES_PER_MINUTE: '60' });
  const people = peopleOf(service);
  const opened = await service.open();
  const { participant: link } = opened.meeting.links;
  people.enter(opened);
  await people.moderate(opened, { action: 'set-waiting-room', on: true });
  const paul = (await people.tryToJoin(link, 'Paul')).json<Waiting>();
  await people.moderate(opened, { action: 'admit', target: 'all' });
  const crowd = [];
  for (let n = 0; n < 25; n += 1) crowd.push((await people.tryToJoin(link, 'Voleur')).json<Waiting>());
  const answers: number[] = [];
  for (const each of crowd)
    for (let times = 0; times < 3; times += 1) answers.push((await people.rejoin(each)).statusCode);
  expect(answers.filter((status) => status === 202)).toHaveLength(60);
  expect((await people.rejoin(paul)).statusCode).toBe(200);
  expect((await people.tryToJoin(link)).statusCode).toBe(202);
  expect((await people.hand('PUT', opened)).statusCode).toBe(204);
});

test('no storm by the participant link holds up who comes by the moderator link, takes their seat, or comes back to it', async () => {
  const service = await startTestService({ VISIO_MAX_ENTRIES_PER_MINUTE: '60' });
  const people = peopleOf(service);
  const { participant, moderator = '' } = (await service.open()).meeting.links;
  const [first, second] = [await service.join(moderator), await service.join(moderator)];
  const crowd: Admission[] = [];
  for (let n = 0; n < 20; n += 1) crowd.push(await service.join(participant));
  for (const each of crowd) for (let times = 0; times < 3; times += 1) await people.rejoin(each);
  for (let n = 0; n < 41; n += 1) await people.tryToJoin(participant);
  expect((await people.tryToJoin(participant)).statusCode).toBe(429);
  expect((await people.tryToJoin(moderator)).statusCode).toBe(200);
  // One has yet to take up their seat; the other has left and is a newcomer again.
  expect((await people.rejoin(first)).statusCode).toBe(200);
  await people.leave(second);
  expect((await people.rejoin(second)).statusCode).toBe(200);
  // That costs the storm's share nothing, and theirs is bounded as well.
  let last = 0;
  for (let n = 0; n < 60; n += 1) last = (await people.tryToJoin(moderator)).statusCode;
  expect(last).toBe(429);
});

test('whoever waits is told to come back before they are taken for gone, and so is whoever has yet to take up a seat', async () => {
  const service = await startTestService({ VISIO_MAX_ENTRIES_PER_MINUTE: '60' });
  const people = peopleOf(service);
  const opened = await service.open();
  const seated = await service.join(opened.meeting.links.participant);
  people.enter(opened);
  await people.moderate(opened, { action: 'set-waiting-room', on: true });
  const waits = (await people.tryToJoin(opened.meeting.links.participant)).json<Waiting>();
  const retryAfter = async (who: Waiting | Admission) => {
    for (let times = 0; times < 3; times += 1) await people.rejoin(who);
    return (await people.rejoin(who)).headers['retry-after'];
  };
  // Half of 90 s, for who has asked lately, and of 45 s.
  expect([await retryAfter(waits), await retryAfter(seated)]).toEqual(['45', '22']);
});

test('all in one meeting together may ask so much and no more, but for its moderators; other meetings feel nothing', async () => {
  const service = await startTestService({ VISIO_MAX_MEETING_CALLS_PER_MINUTE: '20' });
  const people = peopleOf(service);
  const [busy, quiet] = [await service.open(), await service.open()];
  const guests = [];
  for (let n = 0; n < 3; n += 1) guests.push(await service.join(busy.meeting.links.participant));
  const elsewhere = await service.join(quiet.meeting.links.participant);
  for (const each of [busy, quiet, elsewhere, ...guests]) people.enter(each);
  await service.sweep();
  const answers: number[] = [];
  for (let n = 0; n < 30; n += 1) {
    const guest = guests[n % 3];
    if (guest) answers.push((await people.hand('PUT', guest)).statusCode);
  }
  expect(answers.filter((status) => status === 429)).toHaveLength(10);
  for (const each of [busy, elsewhere]) expect((await people.hand('PUT', each)).statusCode).toBe(204);
});

test('an ended meeting is not told from one that never was, however often it is asked for', async () => {
  const service = await startTestService({
    VISIO_MAX_ENTRIES_PER_MINUTE: '10',
    VISIO_MAX_CALLS_PER_MINUTE: '10',
  });
  const { tryToJoin, rejoin } = peopleOf(service);
  const opened = await service.open();
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opened));
  const { participant } = opened.meeting.links;
  const forged = participant.slice(0, -1) + (participant.endsWith('A') ? 'B' : 'A');
  const told = new Set<string>();
  for (let n = 0; n < 20; n += 1)
    for (const answer of [
      await tryToJoin(participant),
      await tryToJoin(forged),
      await service.post('/api/v1/invitations/lookup', { code: codeOf(participant) }),
      await rejoin(opened),
    ])
      told.add(`${answer.statusCode} ${answer.body}`);
  expect([...told].map((each) => each.slice(0, 3))).toEqual(['404']);
});

test('the pace can be left out', async () => {
  const service = await startTestService({ VISIO_MAX_CALLS_PER_MINUTE: '0' });
  const opened = await service.open();
  const { hand } = peopleOf(service);
  for (let n = 0; n < 700; n += 1) expect((await hand('PUT', opened)).statusCode).toBe(204);
});

test('more identities than can be counted lift no limit, and hold up no other meeting', () => {
  const limits = createMeetingRateLimits({ calls: 600, meetingCalls: 12_000, entries: 1200 }, () => 0);
  const waits = (n: number): KnownPerson => ({
    identity: `${n}`,
    displayName: 'Voleur',
    role: 'participant',
    verified: 'guest',
    place: { kind: 'waiting', since: 0, heldUntil: 45_000 },
    hand: null,
    allowed: { microphone: true, camera: true, screen: true },
  });
  const listening = (id: string, from: number, to: number) => {
    let allowed = 0;
    for (let n = from; n < to; n += 1) if (limits.allowsCall({ id }, waits(n), 'listen')) allowed += 1;
    return allowed;
  };
  expect(listening('stormed', 0, 50_000)).toBe(50_000);
  expect(listening('stormed', 50_000, 60_000)).toBe(1200);
  expect(listening('other', 60_000, 60_200)).toBe(200);
});
