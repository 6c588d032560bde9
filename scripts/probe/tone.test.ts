import { expect, test } from 'vitest';
import { pitchOf } from './tone.ts';

const sine = (hertz: number, samples: number) =>
  Array.from({ length: samples }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / 48_000));

test.each([440, 880, 123.4])('a tone of %d hertz is heard as what it is', (hertz) => {
  expect(pitchOf(sine(hertz, 24_000), 48_000)).toBeCloseTo(hertz, 0);
});

test('silence has no pitch', () => {
  expect(
    pitchOf(
      Array.from({ length: 24_000 }, () => 0),
      48_000,
    ),
  ).toBe(0);
});
