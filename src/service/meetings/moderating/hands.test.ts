import { expect, test } from 'vitest';
import type { Admission } from '../../../shared/meeting.ts';
import { meetingInside } from '../../testing/meeting-inside.ts';
import { bearer, roomOf } from '../../testing/test-service.ts';

async function meetingOfFour() {
  const { others: guests, ...meeting } = await meetingInside(['participant', 'participant', 'participant']);
  const raised = (who: Admission) => meeting.attributes(who)['visio.hand'];
  return { ...meeting, guests, raised };
}

test('hands raised at the same time have an order that all see alike: that in which they were raised', async () => {
  const { guests, hand, raised } = await meetingOfFour();
  const order = [guests[2], guests[0], guests[1]];
  for (const each of order) expect((await hand('PUT', each)).statusCode).toBe(204);
  expect(order.map(raised)).toEqual([
    '2026-11-22T09:00:00.000Z',
    '2026-11-22T09:00:00.001Z',
    '2026-11-22T09:00:00.002Z',
  ]);
});

test('a hand that is up keeps its place when it is raised again, and loses it when it was lowered', async () => {
  const { service, guests, hand, raised } = await meetingOfFour();
  const [one, two] = guests;
  await hand('PUT', one);
  service.clock.pass(1000);
  await hand('PUT', two);
  await hand('PUT', one);
  expect(raised(one)).toBe('2026-11-22T09:00:00.000Z');
  for (const times of [1, 2]) expect([times, (await hand('DELETE', one)).statusCode]).toEqual([times, 204]);
  expect(raised(one)).toBe('');
  service.clock.pass(1000);
  await hand('PUT', one);
  expect(String(raised(one)) > String(raised(two))).toBe(true);
});

test('a raised hand is in the next token too, and comes down with whoever leaves', async () => {
  const { service, guests, hand, rejoin, raised } = await meetingOfFour();
  const [guest] = guests;
  await hand('PUT', guest);
  service.media.rooms.get(roomOf(guest))?.delete(guest.participant.identity);
  await rejoin(guest);
  expect(raised(guest)).toBe('2026-11-22T09:00:00.000Z');
  await service.post('/api/v1/participation/leave', {}, bearer(guest));
  await rejoin(guest);
  expect(raised(guest)).toBe('');
});

test('whoever has left raises no hand', async () => {
  const { service, guests, hand } = await meetingOfFour();
  await service.post('/api/v1/participation/leave', {}, bearer(guests[0]));
  expect((await hand('PUT', guests[0])).statusCode).toBe(403);
});

test('a moderator lowers one hand, or all', async () => {
  const { opener, guests, hand, moderate, raised } = await meetingOfFour();
  for (const each of guests) await hand('PUT', each);
  await moderate(opener, { action: 'lower-hand', target: guests[0].participant.identity });
  expect(guests.map((each) => raised(each) !== '')).toEqual([false, true, true]);
  await moderate(opener, { action: 'lower-hand', target: 'all' });
  expect(guests.map((each) => raised(each) !== '')).toEqual([false, false, false]);
});

test('a hand that LiveKit did not hear of is shown by the next look', async () => {
  const { service, guests, hand, raised } = await meetingOfFour();
  service.media.silent = true;
  expect((await hand('PUT', guests[0])).statusCode).toBe(204);
  service.media.silent = false;
  service.clock.pass(1);
  await service.sweep();
  expect(raised(guests[0])).toBe('2026-11-22T09:00:00.000Z');
});
