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

test('the pace can be left out', async () => {
  const service = await startTestService({ VISIO_MAX_CALLS_PER_MINUTE: '0' });
  const opened = await service.open();
  const { hand } = peopleOf(service);
  for (let n = 0; n < 700; n += 1) expect((await hand('PUT', opened)).statusCode).toBe(204);
});
