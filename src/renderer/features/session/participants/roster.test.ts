import { ConnectionState, RoomEvent, type Participant, type Room } from 'livekit-client';
import { expect, test } from 'vitest';
import { watchRoster } from './roster.ts';

type Person = Pick<Participant, 'identity' | 'name' | 'attributes'>;

const person = (identity: string, name: string, verified: string): Person => ({
  identity,
  name,
  attributes: { 'visio.verified': verified },
});
const marie = person('agent', 'Marie Gérard', 'agent');
const guest = person('guest', 'marie gerard', 'guest');

/** A room of ourselves that says what the test says, and whoever listens to it. */
function enter() {
  const listeners = new Map<string, Set<() => void>>();
  const room = {
    state: ConnectionState.Connected as ConnectionState,
    localParticipant: person('me', 'Paul', 'guest'),
    remoteParticipants: new Map<string, Person>(),
    on: (event: string, listener: () => void) =>
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener)),
    off: (event: string, listener: () => void) => listeners.get(event)?.delete(listener),
  };
  const roster = watchRoster(room as unknown as Room);
  let changes = 0;
  const stop = roster.onChange(() => (changes += 1));
  const say = (event: RoomEvent): void => listeners.get(event)?.forEach((listener) => listener());
  return {
    room,
    say,
    stop,
    come: (...people: readonly Person[]) =>
      people.forEach((one) => {
        room.remoteParticipants.set(one.identity, one);
        say(RoomEvent.ParticipantConnected);
      }),
    leave: (identity: string) => {
      room.remoteParticipants.delete(identity);
      say(RoomEvent.ParticipantDisconnected);
    },
    /** What is shown once everything that was said has been heard. */
    async shown() {
      await Promise.resolve();
      const { participants, unverified } = roster.current();
      return { people: participants.map(({ identity }) => identity), unverified: [...unverified] };
    },
    changes: () => changes,
    listening: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
  };
}

test('a guest is unverified as soon as the agent of their name is there, in the same change, and stays so', async () => {
  const meeting = enter();
  meeting.come(guest);
  expect(await meeting.shown()).toEqual({ people: ['me', 'guest'], unverified: [] });
  meeting.come(marie);
  expect(await meeting.shown()).toEqual({ people: ['me', 'agent', 'guest'], unverified: ['guest'] });
  meeting.leave('agent');
  expect(await meeting.shown()).toEqual({ people: ['me', 'guest'], unverified: ['guest'] });
});

test('what the service says only later is heard: an attribute, a name', async () => {
  const meeting = enter();
  const caller = { ...person('sip_1', '', 'phone'), attributes: {} };
  meeting.come(marie, caller);
  expect((await meeting.shown()).unverified).toEqual([]);
  meeting.room.remoteParticipants.set('sip_1', Object.assign(caller, { name: 'Marie Gérard' }));
  meeting.say(RoomEvent.ParticipantNameChanged);
  expect((await meeting.shown()).unverified).toEqual(['sip_1']);
  caller.attributes = marie.attributes;
  meeting.say(RoomEvent.ParticipantAttributesChanged);
  expect((await meeting.shown()).unverified).toEqual([]);
});

test('a raised hand changes nothing in who is there', async () => {
  const meeting = enter();
  meeting.come(marie, guest);
  await meeting.shown();
  const before = meeting.changes();
  meeting.say(RoomEvent.ParticipantAttributesChanged);
  await meeting.shown();
  expect(meeting.changes()).toBe(before);
});

test('a hundred who come at once are one change, for which each name is read once', async () => {
  const meeting = enter();
  await meeting.shown();
  const before = meeting.changes();
  let read = 0;
  const crowd = Array.from({ length: 99 }, (_, index) => ({
    ...person(`p${index}`, '', index % 2 ? 'agent' : 'guest'),
    get name() {
      read += 1;
      return `Agent ${index}`;
    },
  }));
  meeting.come(...crowd);
  expect((await meeting.shown()).people).toHaveLength(100);
  expect([meeting.changes() - before, read]).toEqual([1, 99]);
});

test('while the connection is lost everybody stays on the screen', async () => {
  const meeting = enter();
  meeting.come(marie, guest);
  const before = await meeting.shown();
  meeting.room.state = ConnectionState.Reconnecting;
  meeting.leave('agent');
  meeting.leave('guest');
  expect(await meeting.shown()).toEqual(before);
});

test('whoever stops looking leaves no listener behind', async () => {
  const meeting = enter();
  expect(meeting.listening()).toBeGreaterThan(0);
  meeting.stop();
  expect(meeting.listening()).toBe(0);
});
