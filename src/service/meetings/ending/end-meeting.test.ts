import { expect, test } from 'vitest';
import { limits } from '../../../shared/meeting-limits.ts';
import { bearer, codeOf, roomOf, startTestService, type TestService } from '../../testing/test-service.ts';
import { endByModerator } from './end-meeting.ts';
import type { Admission } from '../../../shared/meeting.ts';

const minute = 60_000;
const enter = ({ media }: TestService, { participant, ...rest }: Admission) =>
  media.rooms.get(roomOf({ participant, ...rest }))?.add(participant.identity);

async function isOver({ post }: TestService, opened: Admission): Promise<boolean> {
  const found = await post('/api/v1/invitations/lookup', { code: codeOf(opened.meeting.links.participant) });
  return found.statusCode === 404;
}

test('after the end every link and token answers as a code that never was: same body, same headers', async () => {
  const service = await startTestService();
  const opened = await service.open();
  const guest = await service.join(opened.meeting.links.participant);
  expect((await service.post('/api/v1/participation/end-meeting', {}, bearer(opened))).statusCode).toBe(204);

  const lookUp = (code: string) => service.post('/api/v1/invitations/lookup', { code });
  const never = await lookUp('A'.repeat(30));
  const answers = [
    await lookUp(codeOf(opened.meeting.links.participant)),
    await lookUp(codeOf(opened.meeting.links.moderator ?? '')),
    await lookUp('nonsense'),
    await lookUp(''),
    await lookUp('A'.repeat(5000)),
    await service.post('/api/v1/invitations/join', {
      code: codeOf(opened.meeting.links.participant),
      displayName: 'x',
    }),
    await service.post('/api/v1/invitations/join', { code: 'A'.repeat(30), displayName: '\u0000' }),
    await service.post('/api/v1/participation/rejoin', {}, bearer(guest)),
    await service.post('/api/v1/participation/leave', {}, bearer(guest)),
    await service.post('/api/v1/participation/end-meeting', {}, bearer(opened)),
  ];
  for (const answer of answers) {
    expect([answer.statusCode, answer.body]).toEqual([404, never.body]);
    expect({ ...answer.headers, date: '' }).toEqual({ ...never.headers, date: '' });
  }
  expect(service.media.rooms.size).toBe(0);
});

test('only a moderator ends the meeting', async () => {
  const service = await startTestService();
  const opened = await service.open();
  const guest = await service.join(opened.meeting.links.participant);
  const refused = await service.post('/api/v1/participation/end-meeting', {}, bearer(guest));
  expect([refused.statusCode, refused.json().type]).toEqual([403, 'urn:visio-agents:failure:not-allowed']);
  expect(await isOver(service, opened)).toBe(false);
});

test('links are dead before LiveKit is asked to end the room', async () => {
  const service = await startTestService();
  const opened = await service.open();
  let overDuringDeletion = false;
  service.media.meanwhile = async (call) => {
    if (call.startsWith('deleteRoom')) overDuringDeletion = await isOver(service, opened);
  };
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opened));
  expect(overDuringDeletion).toBe(true);
});

test('a room that LiveKit did not delete is deleted when it answers again, and no other room is touched', async () => {
  const service = await startTestService();
  const opened = await service.open();
  const running = await service.open();
  for (const foreign of ['va-test-two-0123456789abcdef0123456789abcdef', 'va-test-short', 'lobby']) {
    service.media.rooms.set(foreign, new Set());
  }
  service.media.silent = true;
  expect((await service.post('/api/v1/participation/end-meeting', {}, bearer(opened))).statusCode).toBe(204);
  expect(service.media.rooms.has(roomOf(opened))).toBe(true);
  service.media.silent = false;
  await service.sweep();
  expect([...service.media.rooms.keys()]).toEqual([
    roomOf(running),
    'va-test-two-0123456789abcdef0123456789abcdef',
    'va-test-short',
    'lobby',
  ]);
});

test('when its longest time has passed the meeting is over to the millisecond, whoever is in it', async () => {
  const service = await startTestService();
  const opened = await service.open();
  enter(service, opened);
  service.clock.pass(limits.maxMinutes * minute - 1);
  expect(await isOver(service, opened)).toBe(false);
  service.clock.pass(1);
  // Before any sweep has come by.
  expect(await isOver(service, opened)).toBe(true);
  const back = await service.post('/api/v1/participation/rejoin', {}, bearer(opened));
  expect(back.json().type).toBe('urn:visio-agents:failure:meeting-over');
  await service.sweep();
  expect(service.media.rooms.size).toBe(0);
});

test('a media token never outlives the meeting, and is short-lived anyway', async () => {
  const service = await startTestService();
  const opened = await service.open();
  const seconds = (admission: Admission) => Number(admission.livekitToken.split(' ')[3]);
  expect(seconds(opened)).toBe(45);
  service.clock.pass((limits.maxMinutes - 0.5) * minute);
  const late = await service.post('/api/v1/participation/rejoin', {}, bearer(opened));
  expect(seconds(late.json())).toBe(30);
});

test('a meeting that nobody ever entered is over after 30 minutes', async () => {
  const service = await startTestService();
  const opened = await service.open();
  service.clock.pass(minute);
  await service.sweep();
  service.clock.pass(29 * minute - 1);
  await service.sweep();
  expect(await isOver(service, opened)).toBe(false);
  service.clock.pass(1);
  await service.sweep();
  expect(await isOver(service, opened)).toBe(true);
});

test('a meeting is over ten minutes after the last one left, unless somebody comes back', async () => {
  const service = await startTestService();
  const opened = await service.open();
  enter(service, opened);
  await service.sweep();
  service.clock.pass(60 * minute);
  await service.sweep();
  await service.post('/api/v1/participation/leave', {}, bearer(opened));
  service.clock.pass(10 * minute - 1);
  await service.sweep();
  expect(await isOver(service, opened)).toBe(false);

  const back = await service.post('/api/v1/participation/rejoin', {}, bearer(opened));
  enter(service, back.json());
  service.clock.pass(30 * minute);
  await service.sweep();
  expect(await isOver(service, opened)).toBe(false);

  await service.post('/api/v1/participation/leave', {}, bearer(opened));
  service.clock.pass(5 * minute);
  // Leaving again, or coming to nothing, does not put the end off.
  await service.post('/api/v1/participation/leave', {}, bearer(opened));
  service.clock.pass(5 * minute);
  await service.sweep();
  expect(await isOver(service, opened)).toBe(true);
});

test('somebody who is just being admitted keeps an empty meeting from ending under them', async () => {
  const service = await startTestService();
  const opened = await service.open();
  enter(service, opened);
  await service.sweep();
  await service.post('/api/v1/participation/leave', {}, bearer(opened));
  service.clock.pass(10 * minute);
  await service.join(opened.meeting.links.participant);
  await service.sweep();
  expect(await isOver(service, opened)).toBe(false);
});

test('a join that meets the end neither gets in nor brings the room back', async () => {
  const service = await startTestService();
  const opened = await service.open();
  // So long ago was the room last seen that a newcomer asks for it.
  service.clock.pass(31_000);
  let ended: Promise<unknown> | undefined;
  service.media.meanwhile = async (call) => {
    if (!call.startsWith('createRoom')) return;
    // While LiveKit is at it the moderator ends the meeting: the room is gone, and would be made anew.
    service.media.rooms.delete(roomOf(opened));
    ended = endByModerator(service.deps, opened.meeting.id, opened.participant.identity);
  };
  const late = await service.post('/api/v1/invitations/join', {
    code: codeOf(opened.meeting.links.participant),
    displayName: 'Paul',
  });
  await ended;
  expect([late.statusCode, late.json().type]).toEqual([404, 'urn:visio-agents:failure:meeting-over']);
  expect(service.media.rooms.size).toBe(0);
});
