import { expect, test } from 'vitest';
import { isModerator, verifiedAs } from './participants.ts';

test('only what the service wrote makes a moderator or a verified agent', () => {
  expect(isModerator({ attributes: { 'visio.role': 'moderator' } })).toBe(true);
  expect(isModerator({ attributes: { role: 'moderator', 'visio.role': 'participant' } })).toBe(false);
  expect(verifiedAs({ attributes: {} })).toBeUndefined();
});
