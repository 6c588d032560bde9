import { expect, test } from 'vitest';
import type { Admission } from '../../../shared/meeting.ts';
import { meetingInside } from '../../testing/meeting-inside.ts';

async function meetingOfThree() {
  const { others, ...meeting } = await meetingInside(['participant', 'participant']);
  return {
    ...meeting,
    others,
    setInterpreter: ({ participant }: Admission, on: boolean) =>
      meeting.moderate(meeting.opener, { action: 'set-interpreter', target: participant.identity, on }),
    shown: (who: Admission) => meeting.attributes(who)['visio.interpreter'],
  };
}

test('there may be several interpreters, moderators too, and each is taken back alone', async () => {
  const { others, opener, setInterpreter, shown } = await meetingOfThree();
  const [one, two] = others;
  for (const who of [one, two, opener]) expect((await setInterpreter(who, true)).statusCode).toBe(204);
  expect([one, two, opener].map(shown)).toEqual(['true', 'true', 'true']);
  for (const times of [1, 2])
    expect([times, (await setInterpreter(one, false)).statusCode]).toEqual([times, 204]);
  expect([one, two, opener].map(shown)).toEqual(['', 'true', 'true']);
});

test('it changes nothing else of them: role, hand and what they may send', async () => {
  const { others, hand, attributes, sources, setInterpreter } = await meetingOfThree();
  const [guest] = others;
  await hand('PUT', guest);
  const before = [attributes(guest), sources(guest)];
  await setInterpreter(guest, true);
  expect([{ ...attributes(guest), 'visio.interpreter': '' }, sources(guest)]).toEqual(before);
});

test('who is an interpreter still is one when they come back, after leaving too', async () => {
  const { others, leave, vanish, rejoin, setInterpreter, shown } = await meetingOfThree();
  const [guest] = others;
  await setInterpreter(guest, true);
  vanish(guest);
  await rejoin(guest);
  expect(shown(guest)).toBe('true');
  await leave(guest);
  await rejoin(guest);
  expect(shown(guest)).toBe('true');
});

test('who waits can be one before they are let in', async () => {
  const { opener, moderate, tryToJoin, rejoin, waiting, service } = await meetingOfThree();
  await moderate(opener, { action: 'set-waiting-room', on: true });
  const late = (await tryToJoin(opener.meeting.links.participant)).json<Admission>();
  const [{ identity: target }] = (await waiting(opener)).json<[{ identity: string }]>();
  expect((await moderate(opener, { action: 'set-interpreter', target, on: true })).statusCode).toBe(204);
  await moderate(opener, { action: 'admit', target: 'all' });
  await rejoin(late);
  expect(service.media.rights.get(target)?.attributes).toMatchObject({ 'visio.interpreter': 'true' });
});

test('what LiveKit did not hear of is shown by the next look', async () => {
  const { service, others, setInterpreter, shown } = await meetingOfThree();
  service.media.silent = true;
  expect((await setInterpreter(others[0], true)).statusCode).toBe(204);
  service.media.silent = false;
  service.clock.pass(1);
  await service.sweep();
  expect(shown(others[0])).toBe('true');
});
