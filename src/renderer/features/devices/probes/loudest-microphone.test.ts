import { expect, test } from 'vitest';
import { findLoudestMicrophone } from './loudest-microphone.ts';

const heard = (inUse: string, levels: Readonly<Record<string, number>>): string | null =>
  findLoudestMicrophone(new Map(Object.entries(levels)), inUse);

test('the microphone that hears far better than the one in use is the one', () => {
  expect(heard('built-in', { 'built-in': 0.2, headset: 0.7, webcam: 0.3 })).toBe('headset');
});

test('nobody is told to change for a little more', () => {
  expect(heard('built-in', { 'built-in': 0.6, headset: 0.65 })).toBe('built-in');
});

test('nothing is said while nobody speaks, or where two others hear the same', () => {
  expect(heard('built-in', { 'built-in': 0.1, headset: 0.3 })).toBeNull();
  expect(heard('built-in', { 'built-in': 0.1, headset: 0.7, webcam: 0.7 })).toBeNull();
  expect(heard('built-in', {})).toBeNull();
});
