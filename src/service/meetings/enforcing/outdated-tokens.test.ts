import { expect, test } from 'vitest';
import type { Admission } from '../../../shared/meeting.ts';
import { peopleOf } from '../../testing/moderator.ts';
import { startTestService } from '../../testing/test-service.ts';
import { meetingTasks } from '../reconciling/meeting-tasks.ts';

/** A meeting with its opener and one guest in the room, seen there; no webhook ever comes. */
async function meetingOfTwo() {
  const service = await startTestService();
  const people = peopleOf(service);
  const opener = await service.open();
  const guest = await service.join(opener.meeting.links.participant);
  for (const each of [opener, guest]) people.enter(each);
  // Rooms are not compared: LiveKit counts who is in one some seconds late.
  const looking = meetingTasks(service.deps, null).find(({ name }) => name === 'meetings');
  const wait = async (ms: number): Promise<void> => {
    service.clock.pass(ms);
    await looking?.run();
  };
  // The tokens of both are too old to be used.
  await wait(106_000);
  const forbidToSpeak = () =>
    people.moderate(opener, {
      action: 'set-publishing',
      target: guest.participant.identity,
      source: 'microphone',
      allowed: false,
    });
  const back = async (): Promise<Admission> => (await people.rejoin(guest)).json<Admission>();
  const looks = (): number =>
    service.media.calls.filter((call) => call.startsWith('listParticipants')).length;
  return { service, opener, guest, wait, forbidToSpeak, back, looks, ...people };
}

test('who comes in with a token from before they were forbidden to speak may not speak half a second later', async () => {
  const { guest, wait, forbidToSpeak, back, vanish, enter, sources } = await meetingOfTwo();
  vanish(guest);
  const again = await back();
  await wait(300);
  await forbidToSpeak();
  await wait(300);
  enter(again);
  expect(sources(guest)).toContain('microphone');
  await wait(500);
  expect(sources(guest)).toEqual(['camera', 'screen_share']);
});

test('nor does who replaces by it a connection that had lost the right already', async () => {
  const { service, guest, wait, forbidToSpeak, back, sources } = await meetingOfTwo();
  const { identity } = guest.participant;
  const before = service.media.rights.get(identity);
  await back();
  await forbidToSpeak();
  expect(sources(guest)).not.toContain('microphone');
  await wait(500);
  if (before) service.media.rights.set(identity, before);
  await wait(500);
  expect(sources(guest)).toEqual(['camera', 'screen_share']);
});

test('nor does who asks for another token in between, and comes in with the older one', async () => {
  const { service, guest, wait, forbidToSpeak, back, vanish, enter, sources } = await meetingOfTwo();
  const { identity } = guest.participant;
  vanish(guest);
  const older = await back();
  const before = service.media.rights.get(identity);
  await forbidToSpeak();
  await back();
  await wait(500);
  enter(older);
  if (before) service.media.rights.set(identity, before);
  await wait(500);
  expect(sources(guest)).toEqual(['camera', 'screen_share']);
});

test('nor does who comes in when their seat is held no more, as late as LiveKit takes the token', async () => {
  const { guest, wait, forbidToSpeak, back, vanish, enter, sources } = await meetingOfTwo();
  vanish(guest);
  const again = await back();
  await forbidToSpeak();
  for (let half = 0; half < 208; half += 1) await wait(500);
  enter(again);
  expect(sources(guest)).toContain('microphone');
  await wait(500);
  expect(sources(guest)).toEqual(['camera', 'screen_share']);
});

test.each([true, false])(
  'a token from before a moderator decided about an interpreter (%s) undoes nothing',
  async (on) => {
    const { opener, guest, wait, moderate, back, vanish, enter, attributes } = await meetingOfTwo();
    const decide = (value: boolean) =>
      moderate(opener, { action: 'set-interpreter', target: guest.participant.identity, on: value });
    const shown = () => attributes(guest)['visio.interpreter'];
    await decide(!on);
    await wait(106_000);
    vanish(guest);
    const again = await back();
    await wait(300);
    await decide(on);
    await wait(300);
    enter(again);
    expect(shown()).toBe(on ? '' : 'true');
    await wait(500);
    expect(shown()).toBe(on ? 'true' : '');
  },
);

test('nobody looks more often where no token says otherwise, nor when it is too old to be used', async () => {
  const { wait, forbidToSpeak, back, looks } = await meetingOfTwo();
  const looksIn = async (seconds: number): Promise<number> => {
    const before = looks();
    for (let half = 0; half < seconds * 2; half += 1) await wait(500);
    return looks() - before;
  };
  await forbidToSpeak();
  expect(await looksIn(30)).toBeLessThanOrEqual(3);
  await back();
  expect(await looksIn(30)).toBeLessThanOrEqual(3);
});

test('a hand that goes up is no right, and nobody looks more often for it', async () => {
  const { guest, wait, back, hand, looks } = await meetingOfTwo();
  await back();
  await hand('PUT', guest);
  const before = looks();
  for (let half = 0; half < 90; half += 1) await wait(500);
  expect(looks() - before).toBeLessThanOrEqual(4);
});

test('a token that says otherwise is watched for as long as it may be used', async () => {
  const { wait, forbidToSpeak, back, looks } = await meetingOfTwo();
  await back();
  await forbidToSpeak();
  const watched = looks();
  // Its own 45 s, and the minute that LiveKit takes it for longer.
  for (let half = 0; half < 210; half += 1) await wait(500);
  expect(looks() - watched).toBeGreaterThan(200);
  const over = looks();
  for (let half = 0; half < 60; half += 1) await wait(500);
  expect(looks() - over).toBeLessThanOrEqual(3);
});
