import { expect, test } from 'vitest';
import { lostSpeaker } from './lost-speaker.ts';

const headset = { id: 'a', name: 'Casque' };
const screen = { id: 'b', name: 'Écran' };
const standard = { id: 'default', name: '' };
const none = { id: '', name: '' };

test('speakers that were chosen and are pulled out are replaced by others', () => {
  expect(lostSpeaker([screen, headset], [screen], headset)).toBe('replaced');
  expect(lostSpeaker([headset, screen], [screen], none)).toBe('replaced');
});

test('others that go, or come, are no loss', () => {
  expect(lostSpeaker([screen, headset], [headset], headset)).toBe(null);
  expect(lostSpeaker([screen], [screen, headset], headset)).toBe(null);
  expect(lostSpeaker([], [screen], headset)).toBe(null);
});

test('the same in another socket are no loss', () => {
  expect(lostSpeaker([headset], [{ id: 'c', name: 'Casque' }], headset)).toBe(null);
});

test("the system's default, which stands for another now, is no loss", () => {
  expect(lostSpeaker([standard, headset, screen], [screen], none)).toBe(null);
});

test('where none is left nothing is heard', () => {
  expect(lostSpeaker([headset], [], headset)).toBe('off');
});
