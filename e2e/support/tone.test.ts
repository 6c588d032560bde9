import { expect, test } from 'vitest';
import { fromPcm, listen, sine, wav } from './tone.ts';

test('a tone written to a file is the tone that is heard', () => {
  const heard = listen(fromPcm(wav(sine(440, 0.5, 16_000)).subarray(44), 16_000));
  expect(heard.frequency).toBe(440);
  expect(heard.level).toBeCloseTo(0.354, 2);
});

test('silence has no frequency', () => {
  expect(listen({ values: new Float64Array(8_000), rate: 16_000 })).toEqual({ frequency: 0, level: 0 });
});
