import { expect, test } from 'vitest';
import { fromPcm, listen, longestPause, sine, wav } from './tone.ts';

test('a tone written to a file is the tone that is heard', () => {
  const heard = listen(fromPcm(wav(sine(440, 0.5, 16_000)).subarray(44), 16_000));
  expect(heard.frequency).toBe(440);
  expect(heard.level).toBeCloseTo(0.354, 2);
});

test('silence has no frequency', () => {
  expect(listen({ values: new Float64Array(8_000), rate: 16_000 })).toEqual({ frequency: 0, level: 0 });
});

test('the longest pause of a tone that breaks off twice is the longer one', () => {
  const tone = [...sine(440, 1).values];
  const pause = (ms: number): number[] => Array.from({ length: 48 * ms }, () => 0);
  const values = new Float64Array([...tone, ...pause(200), ...tone, ...pause(700), ...tone]);
  expect(Math.abs(longestPause({ values, rate: 48_000 }) - 700)).toBeLessThanOrEqual(10);
  expect(longestPause({ values: new Float64Array(tone), rate: 48_000 })).toBe(0);
});
