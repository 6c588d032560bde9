import { expect, test } from 'vitest';
import type { Admission } from '../../../shared/meeting.ts';
import { readRoomMetadata } from '../../../shared/room-metadata.ts';
import { meetingInside } from '../../testing/meeting-inside.ts';

/** A meeting with its opener and two guests in the room, and whom the room says the spotlight is on. */
async function meetingOfThree() {
  const { others, ...meeting } = await meetingInside(['participant', 'participant']);
  const { service, opener } = meeting;
  const found = async () => {
    const state = await service.deps.store.find(opener.meeting.id);
    if (!state) throw new Error('the meeting is over');
    return state;
  };
  const shine = (who: Admission | null, by: Admission = opener) =>
    meeting.moderate(by, { action: 'set-spotlight', target: who && who.participant.identity });
  return {
    ...meeting,
    others,
    found,
    shine,
    /** As the newest room of the meeting tells it. */
    shown: async () =>
      readRoomMetadata(service.media.metadata.get((await found()).room) ?? '')?.spotlight ?? null,
    passes: async (ms: number) => {
      service.clock.pass(ms);
      await service.deps.store.bringForward(opener.meeting.id);
      await service.sweep();
    },
  };
}
const identityOf = ({ participant }: Admission) => participant.identity;

test('the room says whom the spotlight is on: one person, another one, nobody', async () => {
  const { others, opener, shine, shown } = await meetingOfThree();
  expect(await shown()).toBeNull();
  for (const who of [others[0], others[0], others[1], opener]) {
    expect((await shine(who)).statusCode).toBe(204);
    expect(await shown()).toBe(identityOf(who));
  }
  for (const times of [1, 2]) expect([times, (await shine(null)).statusCode]).toEqual([times, 204]);
  expect(await shown()).toBeNull();
});

test('it is on nobody who has no seat, waits, or was removed', async () => {
  const { others, moderate, opener, leave, shine, shown, tryToJoin, waiting } = await meetingOfThree();
  await leave(others[0]);
  await moderate(opener, { action: 'remove', target: identityOf(others[1]) });
  await moderate(opener, { action: 'set-waiting-room', on: true });
  await tryToJoin(opener.meeting.links.participant);
  const [late] = (await waiting(opener)).json<[{ identity: string }]>();
  for (const target of [identityOf(others[0]), identityOf(others[1]), late.identity]) {
    const answer = await moderate(opener, { action: 'set-spotlight', target });
    expect([answer.statusCode, answer.json()]).toMatchObject([400, { field: 'target' }]);
  }
  expect((await shine(opener)).statusCode).toBe(204);
  expect(await shown()).toBe(identityOf(opener));
});

test('it goes at once with whoever leaves or is removed, and does not come back with them', async () => {
  const { others, opener, moderate, leave, rejoin, enter, shine, shown, passes } = await meetingOfThree();
  const [one, two] = others;
  await shine(one);
  await leave(one);
  expect(await shown()).toBeNull();
  enter((await rejoin(one)).json<Admission>());
  await passes(1000);
  expect(await shown()).toBeNull();

  await shine(two);
  await moderate(opener, { action: 'remove', target: identityOf(one) });
  expect(await shown()).toBe(identityOf(two));
  await moderate(opener, { action: 'remove', target: identityOf(two) });
  expect(await shown()).toBeNull();
});

test('it stays on whoever reconnects, and goes when their seat does', async () => {
  const { others, vanish, rejoin, enter, shine, shown, passes } = await meetingOfThree();
  const [guest] = others;
  await shine(guest);
  vanish(guest);
  await passes(1000);
  expect(await shown()).toBe(identityOf(guest));
  enter((await rejoin(guest)).json<Admission>());
  await passes(60_000);
  expect(await shown()).toBe(identityOf(guest));
  vanish(guest);
  await passes(1000);
  await passes(60_000);
  expect(await shown()).toBeNull();
});

test('it goes with the meeting to another room', async () => {
  const { service, others, found, shine, shown } = await meetingOfThree();
  await shine(others[0]);
  const { room } = await found();
  await service.deps.meetingRooms.move(await found(), 'planned');
  expect((await found()).room).not.toBe(room);
  expect(await shown()).toBe(identityOf(others[0]));
});

test('a room that says another spotlight is told again', async () => {
  const { service, others, found, shine, shown } = await meetingOfThree();
  const { room } = await found();
  const nobody = service.media.metadata.get(room) ?? '';
  await shine(others[0]);
  const one = service.media.metadata.get(room) ?? '';
  service.media.metadata.set(room, nobody);
  service.clock.pass(10_000);
  await service.sweep();
  expect(await shown()).toBe(identityOf(others[0]));
  await shine(others[1]);
  service.media.metadata.set(room, one);
  service.clock.pass(10_000);
  await service.sweep();
  expect(await shown()).toBe(identityOf(others[1]));
});

test('while LiveKit does not answer, the decision stands and the room is told later', async () => {
  const { service, others, shine, shown, passes } = await meetingOfThree();
  service.media.silent = true;
  expect((await shine(others[0])).statusCode).toBe(204);
  service.media.silent = false;
  await passes(10_000);
  expect(await shown()).toBe(identityOf(others[0]));
});
