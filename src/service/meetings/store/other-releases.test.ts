import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Moderation } from '../../../shared/moderation.ts';
import { isOver } from '../../network-check/network-check-room.ts';
import { openEmbedded } from '../../open-store.ts';
import { createAnnouncements } from '../events/announcements.ts';
import { decideModeration } from '../moderating/moderation-rules.ts';
import { raiseHand } from '../moderating/hands.ts';
import { deadlineOf } from '../../../shared/room-metadata.ts';
import { notePresence, recallEverybody, takeSeat } from '../seats/seats.ts';
import { meetingState, type MeetingState, type Person } from '../meeting-state.ts';
import { keepWaiting } from '../entering/waiting-room.ts';

/** As the first release wrote it that may run beside its successor. It is never changed: what is added has a default. */
const document = {
  version: 1,
  id: 'AAECAwQFBgcI',
  room: 'va-test-room',
  roomSid: 'RM_1',
  createdAt: 0,
  expiresAt: 16_800_000,
  maxParticipants: 100,
  patience: { empty: 600_000, neverJoined: 1_800_000 },
  opener: null,
  locked: false,
  waitingRoom: true,
  policy: { microphone: true, camera: true, screen: true },
  telephone: { pin: '1234567890', rule: { id: 'SDR_1', room: 'va-test-room' } },
  lastPresentAt: 1000,
  people: {
    moderator: person('moderator', { kind: 'seated', heldUntil: null, recalled: false }),
    guest: person('guest', { kind: 'seated', heldUntil: 50_000, recalled: false, admitted: true }),
    waits: person('waits', { kind: 'waiting', since: 1, heldUntil: 2 }),
    left: person('left', { kind: 'left', at: 1 }),
  },
};
function person(identity: string, place: object) {
  return {
    identity,
    displayName: identity,
    role: identity === 'moderator' ? 'moderator' : 'participant',
    verified: 'guest',
    place,
    hand: null,
    allowed: { camera: true },
  };
}

const unknown = { addedLater: { deep: [1] } };
/** The same with a member in each object that this release does not know. People are a list by identity. */
function ofNextRelease(value: unknown, name = ''): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value).map(([key, each]) => [key, ofNextRelease(each, key)]);
  return { ...Object.fromEntries(members), ...(name === 'people' ? {} : unknown) };
}
/** Paths of objects that lack it. */
function lacks(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const members = Object.entries(value).filter(([key]) => key !== 'addedLater');
  const here = 'addedLater' in value || at.endsWith('people') ? [] : [at];
  return [...here, ...members.flatMap(([key, each]) => lacks(each, `${at}/${key}`))];
}

test('a document of the first release is read', () => {
  expect(meetingState.parse(document)).toMatchObject(document);
});

test('a document of the next release is read, and what this one does not know stays in it at every depth', () => {
  const next = ofNextRelease(document);
  expect(meetingState.parse(next)).toEqual(expect.objectContaining(next));
});

const guest: Person = {
  identity: 'guest',
  displayName: 'guest',
  role: 'participant',
  verified: 'guest',
};
const moderate = (wish: Moderation) => (state: MeetingState) =>
  decideModeration(state, 'moderator', wish, 10).state;
const rules: Readonly<Record<string, (state: MeetingState) => MeetingState>> = {
  'a new token': (state) => takeSeat(state, guest, 10).state,
  presence: (state) => notePresence(state, { at: 10, present: ['guest'] }, 10).state,
  'a lost room': (state) => recallEverybody(state, 10),
  'a raised hand': (state) => raiseHand(state, 'guest', 10).state,
  waiting: (state) => keepWaiting(state, 'waits', 10),
  lock: moderate({ action: 'set-locked', locked: true }),
  policy: moderate({
    action: 'set-publishing',
    target: 'participants',
    source: 'camera',
    allowed: false,
  }),
  'a right': moderate({ action: 'set-publishing', target: 'guest', source: 'screen', allowed: false }),
  promotion: moderate({ action: 'promote', target: 'guest' }),
  'an interpreter': moderate({ action: 'set-interpreter', target: 'guest', on: true }),
  spotlight: moderate({ action: 'set-spotlight', target: 'guest' }),
};
test.each(Object.entries(rules))('%s keeps what this release does not know', (_name, rule) => {
  const before = meetingState.parse(ofNextRelease(document));
  const after = rule(before);
  expect(after).not.toEqual(before);
  expect(lacks(after)).toEqual([]);
});

test('the embedded store writes back what it does not know of the file', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'visio-release-'));
  const file = path.join(folder, 'store.json');
  const written = ofNextRelease({
    version: 2,
    meetings: [document],
    replays: [{ key: 'k', fingerprint: 'f', until: Number.MAX_SAFE_INTEGER, meetingId: 'm', identity: 'i' }],
    doomed: [{ name: 'gone', until: Number.MAX_SAFE_INTEGER }],
  });
  // Lists are not walked into above.
  const next = { ...(written as object), meetings: [ofNextRelease(document)] };
  await writeFile(file, JSON.stringify(next));
  const store = await openEmbedded(file, () => 10);
  if (!store.ok) throw new Error(store.error);
  await store.value.update(document.id, (state) => ({ state: { ...state, locked: true }, answer: null }));
  const {
    meetings,
    at: _time,
    ...rest
  } = JSON.parse(await readFile(file, 'utf8')) as typeof next & { at: number };
  const { meetings: _before, ...before } = next;
  expect(rest).toEqual(before);
  expect(meetings).toMatchObject([{ locked: true, ...unknown }]);
  expect(lacks(meetings[0])).toEqual([]);
  await rm(folder, { recursive: true });
});

test('the deadline in a room is read whatever else another release writes beside it or leaves out', () => {
  const expiresAt = '2026-11-30T12:00:00.000Z';
  const at = Date.parse(expiresAt);
  for (const metadata of [
    { v: 1, expiresAt, locked: false, policy: { microphone: true, camera: true, screen: true } },
    { v: 1, expiresAt, locked: false, policy: { microphone: true }, spotlight: null, ...unknown },
    { v: 2, expiresAt },
  ])
    expect(deadlineOf(JSON.stringify(metadata))).toBe(at);
  for (const text of ['', 'null', '{}', '{"expiresAt":"soon"}']) expect(deadlineOf(text)).toBeNull();
});

test('a room of the network check ends when it says, whatever else another release writes beside it', () => {
  const metadata = JSON.stringify({ v: 2, purpose: 'relay', endsAt: 1000 });
  expect([isOver({ metadata }, 999), isOver({ metadata }, 1000)]).toEqual([false, true]);
  for (const text of ['', '{}', 'null', '{"endsAt":"1000"}'])
    expect(isOver({ metadata: text }, 0)).toBe(true);
});

test('an event that this release does not know is carried to clients that may, and a stream ends when told', () => {
  const { listen, receive } = createAnnouncements({ instance: 'here' });
  const heard: unknown[] = [];
  const listener = {
    identity: 'guest',
    tell: (event: unknown) => heard.push(event),
    close: () => heard.push('closed'),
  };
  listen('m', listener);
  const event = { type: 'moved-on', where: 'there' };
  receive(JSON.stringify({ from: 'there', meetingId: 'm', event, to: null, last: true, ...unknown }));
  expect(heard).toEqual([event, 'closed']);
});

test('what no instance says, or one of another kind, ends nobody’s subscription', () => {
  const warned: unknown[] = [];
  const { receive } = createAnnouncements({ log: { warn: (...said: unknown[]) => void warned.push(said) } });
  for (const said of ['', '{', 'null', '{"from":1}']) receive(said);
  expect(warned).toHaveLength(4);
});
