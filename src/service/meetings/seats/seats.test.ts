import { expect, test } from 'vitest';
import { bearer, codeOf, roomOf, startTestService, type TestService } from '../../testing/test-service.ts';
import type { Admission } from '../../../shared/meeting.ts';
import { notePresence } from './seats.ts';
import { personOf, withPerson, type KnownPerson } from '../meeting-state.ts';

const second = 1000;

/** A meeting of two seats whose opener is in the room. */
async function meetingOfTwo() {
  const service = await startTestService({ VISIO_MAX_PARTICIPANTS: '2' });
  const opener = await service.open();
  const link = opener.meeting.links.participant;
  enter(service, opener);
  const tryToJoin = () =>
    service.post('/api/v1/invitations/join', { code: codeOf(link), displayName: 'Paul' });
  return { service, opener, link, tryToJoin };
}

const enter = ({ media }: TestService, admission: Admission) =>
  media.rooms.get(roomOf(admission))?.add(admission.participant.identity);
const vanish = ({ media }: TestService, admission: Admission) =>
  media.rooms.get(roomOf(admission))?.delete(admission.participant.identity);

const ban = ({ deps, clock }: TestService, { meeting, participant }: Admission) =>
  deps.store.update(meeting.id, (state) => {
    const person = personOf(state, participant.identity);
    const removed = { kind: 'removed', at: clock.now } as const;
    return { state: person ? withPerson(state, { ...person, place: removed }) : state, answer: undefined };
  });

/** Lets time pass as it does: with a sweep every three seconds. */
async function pass({ clock, sweep }: TestService, seconds: number) {
  for (let passed = 0; passed < seconds; passed += 3) {
    clock.pass(3 * second);
    await sweep();
  }
}

test('the one too many reads that the meeting is full, and nobody is dropped for them', async () => {
  const { service, link, tryToJoin } = await meetingOfTwo();
  const guest = await service.join(link);
  const calls = service.media.calls.length;
  const refused = await tryToJoin();
  expect(refused.statusCode).toBe(409);
  expect(refused.headers['retry-after']).toBe('30');
  expect(refused.json().type).toBe('urn:visio-agents:failure:meeting-full');
  expect(service.media.calls).toHaveLength(calls);
  expect((await service.post('/api/v1/participation/rejoin', {}, bearer(guest))).statusCode).toBe(200);
});

test('of many who race for the last seat exactly one gets it', async () => {
  const { tryToJoin } = await meetingOfTwo();
  const statuses = (await Promise.all(Array.from({ length: 25 }, tryToJoin))).map(
    (answer) => answer.statusCode,
  );
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(24);
});

test('who leaves gives the seat back at once, in LiveKit before it is given away', async () => {
  const { service, link, tryToJoin } = await meetingOfTwo();
  const guest = await service.join(link);
  enter(service, guest);
  let seatsDuringRemoval = 0;
  service.media.meanwhile = async (call) => {
    if (call.startsWith('remove')) {
      seatsDuringRemoval = await service.seats(guest);
    }
  };
  expect((await service.post('/api/v1/participation/leave', {}, bearer(guest))).statusCode).toBe(204);
  expect(seatsDuringRemoval).toBe(2);
  expect(service.media.rooms.get(roomOf(guest))).not.toContain(guest.participant.identity);
  expect((await tryToJoin()).statusCode).toBe(200);
});

test('leaving twice is leaving once', async () => {
  const { service, link } = await meetingOfTwo();
  const guest = await service.join(link);
  const leave = () => service.post('/api/v1/participation/leave', {}, bearer(guest));
  expect((await leave()).statusCode).toBe(204);
  expect((await leave()).statusCode).toBe(204);
  expect(await service.seats(guest)).toBe(1);
});

test('who left comes back as the same person if a seat is free', async () => {
  const { service, link, tryToJoin } = await meetingOfTwo();
  const guest = await service.join(link);
  await service.post('/api/v1/participation/leave', {}, bearer(guest));
  const back = await service.post('/api/v1/participation/rejoin', {}, bearer(guest));
  expect(back.json().participant).toEqual(guest.participant);
  await service.post('/api/v1/participation/leave', {}, bearer(guest));
  await tryToJoin();
  expect((await service.post('/api/v1/participation/rejoin', {}, bearer(guest))).statusCode).toBe(409);
});

test('the seat of a token that nobody uses is free after 45 seconds, not before', async () => {
  const { service, link, tryToJoin } = await meetingOfTwo();
  await service.join(link);
  await pass(service, 42);
  service.clock.pass(2999);
  expect((await tryToJoin()).statusCode).toBe(409);
  service.clock.pass(1);
  expect((await tryToJoin()).statusCode).toBe(200);
});

test('the seat of a client that was killed is free 25 seconds after its death', async () => {
  const { service, link, tryToJoin } = await meetingOfTwo();
  const guest = await service.join(link);
  enter(service, guest);
  await pass(service, 60);
  // LiveKit keeps a dead client for 22 s: for so long it is listed.
  await pass(service, 21);
  vanish(service, guest);
  await service.sweep();
  expect((await tryToJoin()).statusCode).toBe(409);
  service.clock.pass(3000);
  expect((await tryToJoin()).statusCode).toBe(200);
});

test('who comes back to LiveKit by itself after the seat was freed is seated again, or sent away if it was taken', async () => {
  const { service, opener, link, tryToJoin } = await meetingOfTwo();
  const guest = await service.join(link);
  enter(service, guest);
  await pass(service, 3);
  vanish(service, guest);
  await pass(service, 30);
  enter(service, guest);
  await pass(service, 3);
  expect((await tryToJoin()).statusCode).toBe(409);

  vanish(service, guest);
  await pass(service, 30);
  expect((await tryToJoin()).statusCode).toBe(200);
  enter(service, guest);
  await pass(service, 3);
  expect([...(service.media.rooms.get(roomOf(opener)) ?? [])]).toEqual([opener.participant.identity]);
});

test('nobody stays in LiveKit without a seat: who left, who was removed, who was never admitted', async () => {
  const { service, opener, link } = await meetingOfTwo();
  const guest = await service.join(link);
  await service.post('/api/v1/participation/leave', {}, bearer(guest));
  service.clock.pass(second);
  enter(service, guest);
  await pass(service, 3);
  expect([...(service.media.rooms.get(roomOf(opener)) ?? [])]).toEqual([opener.participant.identity]);

  const other = await service.join(link);
  enter(service, other);
  await ban(service, other);
  await pass(service, 3);
  expect(service.media.rooms.get(roomOf(opener))?.size).toBe(1);
  const banned = await service.post('/api/v1/participation/rejoin', {}, bearer(other));
  expect([banned.statusCode, banned.json().type]).toEqual([403, 'urn:visio-agents:failure:removed']);

  service.media.rooms.get(roomOf(opener))?.add(`${opener.participant.identity}#publish`);
  await pass(service, 3);
  const publisher = `${opener.participant.identity}#publish`;
  expect([...service.media.rooms.values()].filter((people) => people.has(publisher))).toEqual([]);
});

test('a list that LiveKit gave before somebody left does not seat them again', async () => {
  const { service, link } = await meetingOfTwo();
  const guest = await service.join(link);
  enter(service, guest);
  const at = service.clock.now;
  service.clock.pass(second);
  await service.post('/api/v1/participation/leave', {}, bearer(guest));
  const present = [guest.participant.identity];
  const strangers = await service.deps.store.update(guest.meeting.id, (state) =>
    notePresence(state, { at, present }, service.clock.now),
  );
  expect(strangers).toEqual([]);
  expect(await service.seats(guest)).toBe(1);
});

test('while LiveKit is silent nobody loses a seat', async () => {
  const { service, link, tryToJoin } = await meetingOfTwo();
  const guest = await service.join(link);
  enter(service, guest);
  await pass(service, 3);
  service.media.silent = true;
  await pass(service, 300);
  expect((await tryToJoin()).statusCode).toBe(409);
  vanish(service, guest);
  service.media.silent = false;
  await pass(service, 9);
  expect((await tryToJoin()).statusCode).toBe(200);
});

test('LiveKit not answering takes no seat from the next who tries', async () => {
  const { service, tryToJoin } = await meetingOfTwo();
  service.clock.pass(31 * second);
  service.media.silent = true;
  expect((await tryToJoin()).statusCode).toBe(503);
  service.media.silent = false;
  expect((await tryToJoin()).statusCode).toBe(200);
});

test('a crowd that comes and goes has no moderator forgotten who is away for a moment, and forgets the longest gone', async () => {
  const { service, opener, link } = await meetingOfTwo();
  const { store } = service.deps;
  const people = async () => Object.values((await store.find(opener.meeting.id))?.people ?? {});
  await service.post('/api/v1/participation/leave', {}, bearer(opener));
  const [early, late] = [await service.join(link), await service.join(link)];
  const leave = (who: Admission) => service.post('/api/v1/participation/leave', {}, bearer(who));
  await leave(late);
  service.clock.pass(1);
  for (let n = 0; n < 199; n += 1) await leave(await service.join(link));
  service.clock.pass(1);
  await leave(early);
  await service.join(link);
  const known = (await people()).map(({ identity }) => identity);
  expect(known).toContain(opener.participant.identity);
  expect(known).toContain(early.participant.identity);
  expect(known).not.toContain(late.participant.identity);
});

test('removed people without end do not fill the memory; callers among them stay removed', async () => {
  const { service, opener, link } = await meetingOfTwo();
  const { store } = service.deps;
  await store.update(opener.meeting.id, (state) => {
    const removed = Array.from({ length: 1500 }, (_one, n): KnownPerson => ({
      identity: n === 0 ? 'sip_caller' : `guest-${n}`,
      displayName: 'Paul',
      role: 'participant',
      verified: n === 0 ? 'phone' : 'guest',
      hand: null,
      allowed: {},
      place: { kind: 'removed', at: n },
    }));
    const people = { ...state.people, ...Object.fromEntries(removed.map((one) => [one.identity, one])) };
    return { state: { ...state, people }, answer: null };
  });
  await service.join(link);
  const { people = {} } = (await store.find(opener.meeting.id)) ?? {};
  expect(Object.keys(people).length).toBeLessThan(210);
  expect(people['sip_caller']?.place.kind).toBe('removed');
  expect([people['guest-1'], people['guest-1499']?.place.kind]).toEqual([undefined, 'removed']);
});

test('of a crowd that comes and goes those are forgotten first who were never in the room, and nobody who has a seat', async () => {
  const { service, opener, link } = await meetingOfTwo();
  const leave = (who: Admission) => service.post('/api/v1/participation/leave', {}, bearer(who));
  const rejoin = (who: Admission) => service.post('/api/v1/participation/rejoin', {}, bearer(who));
  const unseen = await service.join(link);
  await leave(unseen);
  const seen = await service.join(link);
  enter(service, seen);
  await service.sweep();
  await leave(seen);
  for (let n = 0; n < 300; n += 1) await leave(await service.join(link));
  for (const each of [opener, seen]) expect((await rejoin(each)).statusCode).toBe(200);
  expect((await rejoin(unseen)).statusCode).toBe(401);
  const state = await service.deps.store.find(opener.meeting.id);
  expect(JSON.stringify(state).length).toBeLessThan(50_000);
});
