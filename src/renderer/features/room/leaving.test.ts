import { expect, test } from 'vitest';
import { whatLeavingMeans } from './leaving.ts';

const moderator = { moderator: true };
const participant = { moderator: false };

test('a participant among others is told that the meeting goes on', () => {
  expect(whatLeavingMeans('participant', [participant])).toBe('participant');
});

test('the last person, whatever the role, reads what happens to the links', () => {
  expect(whatLeavingMeans('participant', [])).toBe('last-person');
  expect(whatLeavingMeans('moderator', [])).toBe('last-person');
});

test('the last moderator chooses between ending and just leaving', () => {
  expect(whatLeavingMeans('moderator', [participant, participant])).toBe('last-moderator');
  expect(whatLeavingMeans('moderator', [participant, moderator])).toBe('moderator');
});

test('while still connecting nobody is told to be the last', () => {
  expect(whatLeavingMeans('participant', null)).toBe('participant');
  expect(whatLeavingMeans('moderator', null)).toBe('moderator');
});
