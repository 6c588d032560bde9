import { expect, test } from 'vitest';
import { peopleOf } from './testing/moderator.ts';
import { codeOf, startTestService } from './testing/test-service.ts';

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
  const late = [
    await tryToJoin(participant),
    await tryToJoin(moderator),
    await service.post('/api/v1/invitations/lookup', { code: codeOf(participant) }),
  ];
  expect(late.map(({ statusCode, headers }) => [statusCode, headers['retry-after']])).toEqual(
    Array.from({ length: 3 }, () => [429, '60']),
  );
  expect(service.media.calls).toHaveLength(calls);
  expect((await tryToJoin(other.meeting.links.participant)).statusCode).toBe(200);
  expect((await rejoin(stormed)).statusCode).toBe(200);
  service.clock.pass(60_000);
  expect((await tryToJoin(participant)).statusCode).toBe(200);
});

test('the pace can be left out', async () => {
  const service = await startTestService({ VISIO_MAX_CALLS_PER_MINUTE: '0' });
  const opened = await service.open();
  const { hand } = peopleOf(service);
  for (let n = 0; n < 700; n += 1) expect((await hand('PUT', opened)).statusCode).toBe(204);
});
