import { expect, test } from 'vitest';
import { defaultId, type Device } from '../media/device-list.ts';
import { watchAudioOutputs, type AudioOutputLoss } from './audio-output-loss.ts';

const headset = { id: 'a', name: 'Casque' };
const screen = { id: 'b', name: 'Écran' };
const standard = { id: defaultId, name: '' };

type Told = readonly [list: readonly Device[], active: string];

/** What is told at the last of these. */
function lossAfter(...told: readonly Told[]): AudioOutputLoss | null {
  const watch = watchAudioOutputs();
  return told.map(([list, active]) => watch(list, active)).at(-1) ?? null;
}

test('speakers that sound and are pulled out are replaced by others', () => {
  expect(lossAfter([[screen, headset], 'a'], [[screen], 'a'])).toBe('replaced');
  expect(lossAfter([[headset, screen], defaultId], [[screen], defaultId])).toBe('replaced');
});

test('they are told of once, whichever is heard of first: the list, or what LiveKit takes instead', () => {
  const before: Told = [[screen, headset], 'a'];
  expect(lossAfter(before, [[screen], defaultId])).toBe('replaced');
  expect(lossAfter(before, [[screen], defaultId], [[screen], defaultId])).toBe(null);
  expect(lossAfter(before, [[screen], 'a'], [[screen], defaultId])).toBe(null);
});

test('what was once chosen and does not sound any more is no loss', () => {
  // The headset came back to its socket; the meeting went on with the screen's.
  const back: Told = [[screen, headset], 'b'];
  expect(lossAfter(back, [[screen], 'b'])).toBe(null);
  expect(lossAfter(back, [[headset], 'b'])).toBe('replaced');
  expect(lossAfter([[screen, headset], 'a'], back, [[screen], 'b'])).toBe(null);
});

test('others that go, or come, are no loss', () => {
  expect(lossAfter([[screen, headset], 'a'], [[headset], 'a'])).toBe(null);
  expect(lossAfter([[screen], 'b'], [[screen, headset], 'b'])).toBe(null);
  expect(lossAfter([[], defaultId], [[screen], defaultId])).toBe(null);
});

test('the same in another socket are no loss', () => {
  expect(lossAfter([[headset], 'a'], [[{ id: 'c', name: 'Casque' }], 'a'])).toBe(null);
});

test("the system's default, which stands for another now, is no loss", () => {
  expect(lossAfter([[standard, headset, screen], defaultId], [[screen], defaultId])).toBe(null);
});

test('where none is left nothing is heard', () => {
  expect(lossAfter([[headset], 'a'], [[], 'a'])).toBe('off');
});
