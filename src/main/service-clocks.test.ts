import { expect, test } from 'vitest';
import { keepServiceClocks } from './service-clocks.ts';

test('a service’s time goes on from its last word, whatever is done to this computer’s clock', () => {
  let steady = 5;
  let wall = 9_000_000;
  const clocks = keepServiceClocks(
    () => steady,
    () => wall,
  );
  expect(clocks.now('https://a.example')).toBe(9_000_000);
  clocks.hear('https://a.example', 1_000);
  steady += 60_000;
  wall += 7_200_000;
  expect(clocks.now('https://a.example')).toBe(61_000);
  expect(clocks.now('https://b.example')).toBe(16_200_000);
  clocks.hear('https://a.example', 62_000);
  expect(clocks.now('https://a.example')).toBe(62_000);
});
