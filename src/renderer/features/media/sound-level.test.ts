import { expect, test } from 'vitest';
import { soundLevel } from './sound-level.ts';

const tone = (amplitude: number): Float32Array =>
  Float32Array.from({ length: 1024 }, (_, i) => amplitude * Math.sin(i / 5));

test('a silent microphone shows an empty meter', () => {
  expect(soundLevel(new Float32Array(1024))).toBe(0);
  expect(soundLevel([])).toBe(0);
});

test('the meter rises with the voice and never leaves its frame', () => {
  const levels = [0.001, 0.01, 0.1, 0.5, 1, 40].map((amplitude) => soundLevel(tone(amplitude)));
  expect(levels).toEqual([...levels].sort((a, b) => a - b));
  expect(new Set(levels).size).toBe(levels.length);
  expect(levels.at(-1)).toBe(1);
});

test('a level that hardly moves is the same level, so that nothing is drawn again', () => {
  expect(soundLevel(tone(0.3))).toBe(soundLevel(tone(0.302)));
});
