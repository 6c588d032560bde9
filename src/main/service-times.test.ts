import { expect, test } from 'vitest';
import { keepServiceTimes } from './service-times.ts';

test('a service’s time goes on from its last word, whatever is done to this computer’s clock', () => {
  let steady = 5;
  let wall = 9_000_000;
  const times = keepServiceTimes(
    () => steady,
    () => wall,
  );
  expect(times.now('https://a.example')).toBe(9_000_000);
  times.hear('https://a.example', 1_000);
  steady += 60_000;
  wall += 7_200_000;
  expect(times.now('https://a.example')).toBe(61_000);
  expect(times.now('https://b.example')).toBe(16_200_000);
  times.hear('https://a.example', 62_000);
  expect(times.now('https://a.example')).toBe(62_000);
});
