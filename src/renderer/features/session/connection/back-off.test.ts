import { expect, test } from 'vitest';
import { backOffMs } from './back-off.ts';

test('the wait grows from at least half a second to at most five, and differs between people', () => {
  for (let attempt = 0; attempt < 50; attempt++) {
    expect(backOffMs(attempt, () => 0)).toBe(500);
    expect(backOffMs(attempt, () => 0.999)).toBeLessThanOrEqual(5000);
  }
  expect(backOffMs(0, () => 0.999)).toBeLessThan(1001);
});
