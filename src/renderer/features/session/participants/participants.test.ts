import { expect, test } from 'vitest';
import { isModerator, nameOf, verifiedAs } from './participants.ts';

test('only what the service wrote makes a moderator or a verified agent', () => {
  expect(isModerator({ attributes: { 'visio.role': 'moderator' } })).toBe(true);
  expect(isModerator({ attributes: { role: 'moderator', 'visio.role': 'participant' } })).toBe(false);
  expect(verifiedAs({ attributes: {} })).toBeUndefined();
});

test.each([
  ['Marie Gérard', 'Marie Gérard'],
  ['Marie\u202e draréG', 'Marie draréG'],
  ['Marie Gérard ✓', 'Marie Gérard'],
  ['Marie\nGérard', 'Marie Gérard'],
  ['Marie Gérard · Modératrice', 'Marie Gérard'],
  ['Marie Gérard (agent vérifié)', 'Marie Gérard'],
  ['\u200b ✓', ''],
  [undefined, ''],
])('whatever a service calls somebody, « %s » is shown as « %s »', (name, shown) => {
  expect(nameOf(name === undefined ? {} : { name })).toBe(shown);
});
