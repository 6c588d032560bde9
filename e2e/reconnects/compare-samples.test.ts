import { expect, test } from 'vitest';
import { agrees, isLong, longestLie, type Sample, type Shown } from './compare-samples.ts';

const sample = (at: number, shown: Shown | null, received: boolean | null, isConnected = true): Sample => ({
  at,
  shown: shown && { microphone: shown, camera: 'off' },
  received: received === null ? null : { microphone: received, camera: false },
  isConnected,
});

test('heard with « off » before one’s eyes is counted from the first to the last such moment', () => {
  const samples = [
    sample(0, 'on', true),
    sample(200, 'off', true),
    sample(2200, 'off', true),
    sample(2400, 'off', false),
  ];
  expect(longestLie(samples, 'microphone')).toEqual({ from: 200, ms: 2000 });
  expect(isLong(longestLie(samples, 'microphone'))).toBe(true);
  expect(isLong(longestLie(samples, 'camera'))).toBe(false);
});

test('what was on its way when one turned it off is no lie', () => {
  const samples = [
    sample(0, 'on', true),
    sample(200, 'off', true),
    sample(600, 'off', true),
    sample(800, 'off', false),
  ];
  expect(isLong(longestLie(samples, 'microphone'))).toBe(false);
});

test('a page that sleeps and a listener that is away prove nothing, and hide nothing', () => {
  expect(longestLie([sample(0, null, true), sample(5000, 'off', null)], 'microphone').ms).toBe(0);
  expect(
    longestLie([sample(0, 'off', true), sample(1000, null, true), sample(3000, 'off', true)], 'microphone')
      .ms,
  ).toBe(3000);
});

test('on and heard agree, off and not heard agree, all else does not', () => {
  const four = (shown: Shown, received: boolean, isConnected = true) =>
    [0, 1, 2, 3].map((at) => sample(at, shown, received, isConnected));
  expect(agrees(four('on', true), 'microphone')).toBe(true);
  expect(agrees(four('off', false), 'microphone')).toBe(true);
  expect(agrees(four('off', true), 'microphone')).toBe(false);
  expect(agrees(four('on', false), 'microphone')).toBe(false);
  expect(agrees(four('mixed', true), 'microphone')).toBe(false);
  expect(agrees(four('on', true, false), 'microphone')).toBe(false);
  expect(agrees(four('on', true).slice(1), 'microphone')).toBe(false);
});
