import { expect, test } from 'vitest';
import { meetingTasks } from '../reconciling/meeting-tasks.ts';
import type { MeetingEvent } from '../../../shared/meeting-events.ts';
import { bearer, codeOf, roomOf, startTestService, type TestService } from '../../testing/test-service.ts';
import type { Admission } from '../../../shared/meeting.ts';

function listen({ deps }: TestService, { meeting, participant }: Admission): MeetingEvent[] {
  const told: MeetingEvent[] = [];
  deps.announcements.listen(meeting.id, {
    identity: participant.identity,
    tell: (event) => told.push(event),
    close: () => undefined,
  });
  return told;
}

test('when LiveKit was restarted the room is made again under its name, everybody is called back, the deadline stays', async () => {
  const service = await startTestService();
  const opened = await service.open();
  service.media.rooms.get(roomOf(opened))?.add(opened.participant.identity);
  await service.sweep();
  const told = listen(service, opened);
  service.media.loseEverything();
  await service.sweep();
  expect([...service.media.rooms.keys()]).toEqual([roomOf(opened)]);
  expect(told).toEqual([{ type: 'rejoin' }]);

  service.clock.pass(30_000);
  await service.sweep();
  expect(told).toHaveLength(1);
  const back = await service.post('/api/v1/participation/rejoin', {}, bearer(opened));
  expect(back.json().meeting.expiresAt).toBe(opened.meeting.expiresAt);
  expect(back.json().participant).toEqual(opened.participant);
});

test('the others are called back as well when a newcomer notices the loss before the sweep does', async () => {
  const service = await startTestService();
  const opened = await service.open();
  const told = listen(service, opened);
  service.clock.pass(31_000);
  service.media.loseEverything();
  await service.join(opened.meeting.links.participant);
  expect(told).toEqual([{ type: 'rejoin' }]);
  await service.sweep();
  expect(told).toHaveLength(1);
});

test('nobody loses the seat to a lost room before they had time to come back', async () => {
  const service = await startTestService({ VISIO_MAX_PARTICIPANTS: '1' });
  const opened = await service.open();
  service.media.rooms.get(roomOf(opened))?.add(opened.participant.identity);
  await service.sweep();
  service.clock.pass(3_600_000);
  await service.sweep();
  service.media.loseEverything();
  for (let seconds = 0; seconds < 30; seconds += 3) {
    await service.sweep();
    service.clock.pass(3000);
  }
  const refused = await service.post('/api/v1/invitations/join', {
    code: codeOf(opened.meeting.links.participant),
    displayName: 'Paul',
  });
  expect(refused.statusCode).toBe(409);
});

test('nor if the meeting is looked at before anybody knows that the room is lost', async () => {
  const service = await startTestService({ VISIO_MAX_PARTICIPANTS: '1' });
  const opened = await service.open();
  service.media.rooms.get(roomOf(opened))?.add(opened.participant.identity);
  await service.sweep();
  const told = listen(service, opened);
  service.media.loseEverything();
  await service.deps.store.bringForward(opened.meeting.id);
  await meetingTasks(service.deps, null)
    .find(({ name }) => name === 'meetings')
    ?.run();
  service.clock.pass(10_000);
  const refused = await service.post('/api/v1/invitations/join', {
    code: codeOf(opened.meeting.links.participant),
    displayName: 'Paul',
  });
  expect(refused.statusCode).toBe(409);
  expect(told).toEqual([{ type: 'rejoin' }]);
});

test('a room that is being made for the first time is not taken for a lost one', async () => {
  const service = await startTestService();
  service.media.meanwhile = async (call) => {
    if (call.startsWith('createRoom')) await service.sweep();
  };
  const opened = await service.open();
  await service.sweep();
  const meeting = await service.deps.store.find(opened.meeting.id);
  expect(meeting?.people[opened.participant.identity]?.place).toMatchObject({ recalled: false });
});

test('a crowd that joins at once asks LiveKit for the room a few times, not once each', async () => {
  const service = await startTestService();
  const opened = await service.open();
  service.clock.pass(31_000);
  service.media.meanwhile = () => new Promise((resolve) => setImmediate(resolve));
  const before = service.media.calls.length;
  await Promise.all(Array.from({ length: 50 }, () => service.join(opened.meeting.links.participant)));
  expect(service.media.calls.length - before).toBeLessThan(10);
});

test('a room that its node still remembered, and wrote down again when people left it, is deleted again', async () => {
  const service = await startTestService();
  const opened = await service.open();
  const room = roomOf(opened);
  const metadata = service.media.metadata.get(room) ?? '';
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opened));
  await service.sweep();
  expect([...service.media.rooms.keys()]).toEqual([]);
  service.media.rooms.set(room, new Set(['somebody']));
  service.media.metadata.set(room, metadata);
  service.clock.pass(5000);
  await service.sweep();
  expect([...service.media.rooms.keys()]).toEqual([]);
});

test('a meeting leaves its room because its node is silent, not because LiveKit can make no room at all', async () => {
  const service = await startTestService();
  const opened = await service.open();
  const rejoin = () => service.post('/api/v1/participation/rejoin', {}, bearer(opened));
  service.clock.pass(1000);
  service.media.silent = true;
  const before = service.media.calls.length;
  expect((await rejoin()).statusCode).toBe(503);
  expect(service.media.calls.slice(before)).toEqual([`createRoom ${roomOf(opened)}`]);
  service.media.silent = false;
  service.media.fails = (call) => call === `createRoom ${roomOf(opened)}`;
  const back = await rejoin();
  expect(roomOf(back.json())).not.toBe(roomOf(opened));
});

test('a room that is left behind while the store is away is deleted, and nothing that nobody hears is thrown', async () => {
  const confirmDeleted = () => Promise.reject(new Error('the store does not answer'));
  const service = await startTestService({}, undefined, { confirmDeleted });
  const room = roomOf(await service.open());
  expect(await service.deps.meetingRooms.remove(room)).toBe(true);
  expect(service.media.rooms.has(room)).toBe(false);
});
