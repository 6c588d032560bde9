import { expect, test } from 'vitest';
import type { Admission, Waiting } from '../../../shared/meeting.ts';
import { meetingInside } from '../../testing/meeting-inside.ts';
import { bearer, codeOf } from '../../testing/test-service.ts';

/** A meeting whose opener is in the room, beside another moderator and a guest. */
async function meeting() {
  const { service, opener, others, ...people } = await meetingInside(['moderator', 'participant']);
  const [colleague, guest] = others;
  const { participant: link, moderator: moderatorLink = '' } = opener.meeting.links;
  const remove = ({ participant }: Admission) =>
    people.moderate(opener, { action: 'remove', target: participant.identity });
  return { service, opener, colleague, guest, link, moderatorLink, remove, ...people };
}
const type = (answer: { json(): unknown }) => (answer.json() as { type: string }).type.split(':').at(-1);

test('after the removal of a moderator whoever comes by the moderator link waits, waiting room or not, and is let in as a participant', async () => {
  const { service, opener, colleague, moderatorLink, remove, tryToJoin, rejoin, moderate } = await meeting();
  await remove(colleague);
  for (const locked of [false, true]) {
    await moderate(opener, { action: 'set-locked', locked });
    const knocked = await tryToJoin(moderatorLink);
    expect(knocked.statusCode).toBe(202);
    await moderate(opener, { action: 'admit', target: 'all' });
    const admitted = await rejoin(knocked.json<Waiting>());
    expect(admitted.json<Admission>().meeting).toMatchObject({ role: 'participant' });
    expect(admitted.json<Admission>().meeting.links.moderator).toBeUndefined();
    expect(type(await moderate(admitted.json<Admission>(), { action: 'mute-all' }))).toBe('not-allowed');
  }
  const lookup = await service.post('/api/v1/invitations/lookup', { code: codeOf(moderatorLink) });
  expect(lookup.json()).toMatchObject({ waitingRoom: true });
});

test('the participant link is as it was', async () => {
  const { service, colleague, link, remove, tryToJoin } = await meeting();
  await remove(colleague);
  expect((await tryToJoin(link)).statusCode).toBe(200);
  const lookup = await service.post('/api/v1/invitations/lookup', { code: codeOf(link) });
  expect(lookup.json()).toMatchObject({ waitingRoom: false });
});

test('a moderator reopens the moderator link; a participant cannot', async () => {
  const { service, opener, guest, colleague, moderatorLink, remove, moderate } = await meeting();
  await remove(colleague);
  expect(type(await moderate(guest, { action: 'reopen-moderator-link' }))).toBe('not-allowed');
  expect((await moderate(opener, { action: 'reopen-moderator-link' })).statusCode).toBe(204);
  expect((await moderate(opener, { action: 'reopen-moderator-link' })).statusCode).toBe(204);
  expect((await service.join(moderatorLink)).meeting.role).toBe('moderator');
  const events = service.audited.map((line) => (JSON.parse(line) as { event: string }).event);
  expect(events).toEqual(['opened', 'removed', 'moderator-link-reopened']);
});

test('the removal of a participant closes no link', async () => {
  const { service, guest, moderatorLink, remove } = await meeting();
  await remove(guest);
  expect((await service.join(moderatorLink)).meeting.role).toBe('moderator');
});

test('a moderator who was removed has nothing left that they prepared: no seat never taken up, nobody long gone, nobody promoted', async () => {
  const {
    service,
    opener,
    colleague,
    guest,
    link,
    moderatorLink,
    remove,
    leave,
    moderate,
    rejoin,
    ...people
  } = await meeting();
  const unused = await service.join(moderatorLink);
  const unusedAndGone = await service.join(moderatorLink);
  await leave(unusedAndGone);
  const promotedUnused = await service.join(link);
  const longGone = await service.join(moderatorLink);
  const promoted = guest;
  for (const target of [promotedUnused, promoted])
    await moderate(colleague, { action: 'promote', target: target.participant.identity });
  people.enter(longGone);
  await service.deps.store.bringForward(opener.meeting.id);
  await service.sweep();
  for (const each of [longGone, promoted]) await leave(each);
  await remove(colleague);
  for (const each of [unused, promotedUnused]) {
    expect(type(await moderate(each, { action: 'mute-all' }))).toBe('not-allowed');
    expect((await rejoin(each)).json<Admission>().meeting.role).toBe('participant');
  }
  expect((await rejoin(unusedAndGone)).json<Admission>().meeting.role).toBe('participant');
  service.clock.pass(300_000);
  await service.sweep();
  expect((await rejoin(longGone)).statusCode).toBe(202);
  expect((await rejoin(promoted)).json<Admission>().meeting.role).toBe('participant');
});

test('whoever was prepared decides nothing while LiveKit takes its time to put the moderator out', async () => {
  const { service, opener, colleague, moderatorLink, remove, moderate } = await meeting();
  const unused = await service.join(moderatorLink);
  const { promise: isOut, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: isAsked, resolve: ask } = Promise.withResolvers<void>();
  service.media.meanwhile = async (call) => {
    if (call !== `removeParticipant ${colleague.participant.identity}`) return;
    ask();
    await isOut;
  };
  const removing = remove(colleague);
  await isAsked;
  // LiveKit answers the other question meanwhile.
  await new Promise(setImmediate);
  const revenge = await moderate(unused, { action: 'remove', target: opener.participant.identity });
  letGo();
  expect(type(revenge)).toBe('not-allowed');
  expect((await removing).statusCode).toBe(204);
});

test('a moderator who is in the room, or was a moment ago, stays one when another is removed, also if nobody has looked since they came', async () => {
  const { service, opener, colleague, moderatorLink, remove, leave, moderate, rejoin, enter } =
    await meeting();
  const [fresh, away] = [await service.join(moderatorLink), await service.join(moderatorLink)];
  enter(away);
  await service.deps.store.bringForward(opener.meeting.id);
  await service.sweep();
  await leave(away);
  enter(fresh);
  await remove(colleague);
  for (const each of [fresh, away]) {
    expect((await rejoin(each)).json<Admission>().meeting.role).toBe('moderator');
    expect((await moderate(each, { action: 'mute-all' })).statusCode).toBe(204);
  }
});

test('who removes a moderator stays one, though nobody has seen them in the room yet', async () => {
  const { service, colleague, moderatorLink, moderate } = await meeting();
  const late = await service.join(moderatorLink);
  await moderate(late, { action: 'remove', target: colleague.participant.identity });
  expect((await moderate(late, { action: 'reopen-moderator-link' })).statusCode).toBe(204);
});

test('the opener comes back as moderator whatever was closed, however long they were gone', async () => {
  const { service, opener, colleague, guest, remove, leave, rejoin, moderate } = await meeting();
  await moderate(opener, { action: 'set-locked', locked: true });
  await remove(colleague);
  await leave(opener);
  service.clock.pass(360_000);
  await service.sweep();
  expect((await rejoin(opener)).json<Admission>().meeting.role).toBe('moderator');
  expect(guest.meeting.role).toBe('participant');
});

test('moderating needs a seat: who left neither acts, nor sees who waits, nor ends the meeting', async () => {
  const { service, opener, colleague, leave, moderate, waiting, rejoin } = await meeting();
  await leave(colleague);
  for (const answer of [
    await moderate(colleague, { action: 'remove', target: opener.participant.identity }),
    await waiting(colleague),
    await service.post('/api/v1/participation/end-meeting', {}, bearer(colleague)),
  ])
    expect(type(answer)).toBe('not-allowed');
  await rejoin(colleague);
  expect((await moderate(colleague, { action: 'mute-all' })).statusCode).toBe(204);
});

test('who left hears no more how many wait', async () => {
  const { service, opener, colleague, link, leave, moderate, tryToJoin } = await meeting();
  const heard: string[] = [];
  for (const [name, { participant }] of Object.entries({ opener, colleague }))
    service.deps.announcements.listen(opener.meeting.id, {
      identity: participant.identity,
      tell: ({ type: event }) => void heard.push(`${name} ${event}`),
      close: () => undefined,
    });
  await leave(colleague);
  await moderate(opener, { action: 'set-waiting-room', on: true });
  await tryToJoin(link);
  expect(heard).toEqual(['opener waiting']);
});
