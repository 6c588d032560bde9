import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Admission } from '../../../shared/meeting.ts';
import { meetingInside } from '../../testing/meeting-inside.ts';
import { bearer, roomOf } from '../../testing/test-service.ts';
import { intruderTimes } from './intruders.ts';
import { identityBytes } from '../credentials/participation-token.ts';

// A room that a meeting leaves goes a moment later, by a timer.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

async function meeting(environment: NodeJS.ProcessEnv = {}) {
  const { service, opener, others, ...people } = await meetingInside(
    ['participant', 'participant'],
    environment,
  );
  const [guest, thief] = others;
  const { media, deps, clock } = service;
  const id = opener.meeting.id;
  const room = async () => (await deps.store.find(id))?.room ?? '';
  return {
    ...service,
    ...people,
    opener,
    guest,
    thief,
    room,
    remove: (who: Admission) =>
      people.moderate(opener, { action: 'remove', target: who.participant.identity }),
    /** Enters the meeting's room of now by a token of LiveKit's own. */
    enterAs: async (identity: string) => void media.rooms.get(await room())?.add(identity),
    isInside: async (identity: string) => media.rooms.get(await room())?.has(identity) ?? false,
    /** Time goes by, and what is due is looked at. */
    async passes(ms: number): Promise<void> {
      clock.pass(ms);
      await service.sweep();
    },
  };
}

test('a removed person who is found again is put out; found a second time, the meeting moves and everybody is called', async () => {
  const { remove, thief, enterAs, isInside, passes, room, deps, opener, media } = await meeting();
  const told: string[] = [];
  deps.announcements.listen(opener.meeting.id, {
    identity: opener.participant.identity,
    tell: ({ type }) => told.push(type),
    close: () => undefined,
  });
  const before = await room();
  await remove(thief);
  await passes(500);
  await enterAs(thief.participant.identity);
  await passes(500);
  expect(await isInside(thief.participant.identity)).toBe(false);
  expect([await room(), told]).toEqual([before, []]);

  await enterAs(thief.participant.identity);
  await passes(500);
  expect(await room()).not.toBe(before);
  expect(told).toEqual(['rejoin']);
  // Those who are still there hear each other on, for less than a second.
  expect([...media.rooms.keys()]).toEqual([before, await room()]);
  await vi.advanceTimersByTimeAsync(900);
  expect([...media.rooms.keys()]).toEqual([await room()]);
});

test('whom LiveKit takes seconds to put out has not come back; once they do, the meeting moves', async () => {
  const { media, remove, thief, enterAs, isInside, passes, room } = await meeting();
  const { identity } = thief.participant;
  const before = await room();
  await remove(thief);
  await enterAs(identity);
  const answers = Promise.withResolvers<void>();
  media.meanwhile = (call) => (call.startsWith('removeParticipant') ? answers.promise : Promise.resolve());
  for (let n = 0; n < 2; n += 1) await passes(700);
  expect([await room(), await isInside(identity)]).toEqual([before, true]);

  answers.resolve();
  await expect.poll(() => isInside(identity)).toBe(false);
  await enterAs(identity);
  await passes(700);
  expect(await room()).not.toBe(before);
});

test('an identity that the meeting does not know moves it at once', async () => {
  const { enterAs, passes, room, guest, isInside, deps, opener } = await meeting();
  const before = await room();
  const stranger = `${guest.participant.identity}#a`;
  await enterAs(stranger);
  await deps.store.bringForward(opener.meeting.id);
  await passes(0);
  expect(await room()).not.toBe(before);
  expect(await isInside(stranger)).toBe(false);
});

test('whom the meeting has forgotten is put out and moves nothing while the door is open; behind a lock they move it', async () => {
  const { enterAs, passes, room, isInside, deps, opener, moderate } = await meeting();
  const identity = randomBytes(identityBytes).toString('base64url');
  const before = await room();
  await enterAs(identity);
  await deps.store.bringForward(opener.meeting.id);
  await passes(0);
  expect([await isInside(identity), await room()]).toEqual([false, before]);
  await moderate(opener, { action: 'set-locked', locked: true });
  await enterAs(identity);
  await passes(600);
  expect(await room()).not.toBe(before);
});

test('there is one move a minute; in between, whoever comes is put out at each look', async () => {
  const { enterAs, passes, room, isInside, deps, opener } = await meeting();
  await enterAs('stranger');
  await deps.store.bringForward(opener.meeting.id);
  await passes(0);
  const moved = await room();
  for (let ms = 500; ms < intruderTimes.betweenMoves; ms += 500) {
    await enterAs('stranger');
    await passes(500);
    expect(await isInside('stranger')).toBe(false);
  }
  expect(await room()).toBe(moved);
  await enterAs('stranger');
  await passes(500);
  expect(await room()).not.toBe(moved);
});

test('whoever left is put out as often as they come, and moves nothing', async () => {
  const { post, guest, enterAs, passes, isInside, room, deps, opener } = await meeting();
  const before = await room();
  await post('/api/v1/participation/leave', {}, bearer(guest));
  await deps.store.bringForward(opener.meeting.id);
  for (let n = 0; n < 5; n += 1) {
    await enterAs(guest.participant.identity);
    await passes(n === 1 ? 15_000 : 600);
    expect(await isInside(guest.participant.identity)).toBe(false);
  }
  expect(await room()).toBe(before);
});

test('under a lock a spare identity that nobody has seen in the room moves the meeting when it comes a second time', async () => {
  const { join, opener, moderate, enterAs, passes, room, isInside } = await meeting();
  const spare = await join(opener.meeting.links.participant, 'Réserve');
  const { identity } = spare.participant;
  const before = await room();
  await moderate(opener, { action: 'set-locked', locked: true });
  await passes(100);
  await enterAs(identity);
  await passes(15_000);
  expect([await room(), await isInside(identity)]).toEqual([before, false]);
  await enterAs(identity);
  await passes(600);
  expect(await room()).not.toBe(before);
});

test('whoever is to wait moves the meeting when they come a second time by a token from before', async () => {
  const { opener, guest, moderate, post, rejoin, enterAs, passes, room } = await meeting();
  await post('/api/v1/participation/leave', {}, bearer(guest));
  await moderate(opener, { action: 'set-waiting-room', on: true });
  await passes(301_000);
  expect((await rejoin(guest)).statusCode).toBe(202);
  const before = await room();
  for (let n = 0; n < 2; n += 1) {
    await enterAs(guest.participant.identity);
    await passes(15_000);
  }
  expect(await room()).not.toBe(before);
});

test('the room is watched for eleven minutes from when an intruder was last found there, not from the removal', async () => {
  const { remove, thief, enterAs, passes, isInside } = await meeting();
  await remove(thief);
  await passes(500);
  await passes(10.9 * 60_000);
  await enterAs(thief.participant.identity);
  await passes(600);
  expect(await isInside(thief.participant.identity)).toBe(false);
  await passes(10.9 * 60_000);
  await enterAs(thief.participant.identity);
  await passes(600);
  expect(await isInside(thief.participant.identity)).toBe(false);
});

test('intruders are put out at once, not one after the other', async () => {
  const { media, enterAs, deps, opener, passes } = await meeting();
  let running = 0;
  let most = 0;
  media.meanwhile = async (call) => {
    if (!call.startsWith('removeParticipant')) return;
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  for (let n = 0; n < 20; n += 1) await enterAs(`stranger ${n}`);
  await deps.store.bringForward(opener.meeting.id);
  await passes(0);
  expect(most).toBe(20);
});

test('callers who are hung up on move nothing: their PIN leads to any room', async () => {
  const trunk = { VISIO_SIP_TRUNK_ID: 'ST_trunk', VISIO_SIP_NUMBER: '+33 1 23 45 67 89' };
  const { media, enterAs, deps, opener, passes, moderate, room } = await meeting(trunk);
  const before = await room();
  media.callers.set('sip_a', 'Phone 6712');
  await enterAs('sip_a');
  await deps.store.bringForward(opener.meeting.id);
  await passes(0);
  await moderate(opener, { action: 'remove', target: 'sip_a' });
  for (let n = 0; n < 4; n += 1) {
    await enterAs('sip_a');
    await passes(600);
  }
  expect(await room()).toBe(before);
});

test('a meeting whose new room cannot be made stays where it is, and puts out', async () => {
  const { media, enterAs, deps, opener, passes, isInside, room } = await meeting();
  const before = await room();
  media.fails = (call) => call.startsWith('createRoom');
  await enterAs('stranger');
  await deps.store.bringForward(opener.meeting.id);
  await passes(0);
  expect([await room(), await isInside('stranger')]).toEqual([before, false]);
  media.fails = () => false;
  await enterAs('stranger');
  await passes(600);
  expect(await room()).not.toBe(before);
});

test('admissions after a move are for the new room', async () => {
  const { enterAs, deps, opener, passes, rejoin, guest, room } = await meeting();
  await enterAs('stranger');
  await deps.store.bringForward(opener.meeting.id);
  await passes(0);
  expect(roomOf((await rejoin(guest)).json())).toBe(await room());
});
