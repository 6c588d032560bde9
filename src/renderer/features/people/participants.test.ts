import { expect, test } from 'vitest';
import { comingsAndGoings } from './comings-and-goings.ts';
import { isModerator, verifiedAs } from './participants.ts';

const person = (identity: string) => ({ identity, name: `name of ${identity}` });

test('somebody who comes and somebody who goes are told by name', () => {
  const before = [person('me'), person('a'), person('b')];
  const now = [person('me'), person('b'), person('c')];
  expect(comingsAndGoings(before, now)).toEqual({ joined: ['name of c'], left: ['name of a'] });
});

test('our own entering is no news, even though LiveKit names us only then', () => {
  expect(comingsAndGoings([person('')], [person('me')])).toEqual({ joined: [], left: [] });
});

test('only what the service wrote makes a moderator or a verified agent', () => {
  expect(isModerator({ attributes: { 'visio.role': 'moderator' } })).toBe(true);
  expect(isModerator({ attributes: { role: 'moderator', 'visio.role': 'participant' } })).toBe(false);
  expect(verifiedAs({ attributes: {} })).toBeUndefined();
});
