import { expect, test } from 'vitest';
import { createFailureLimiter } from './failure-limiter.ts';

function countingAt(max: number) {
  const clock = { now: 1_000_000 };
  const count = createFailureLimiter(max, () => clock.now);
  const allowed = (address: string, times: number) =>
    Array.from({ length: times }, () => count(address)).filter(Boolean).length;
  return { clock, allowed };
}

test('an address is told off after so many wrong codes, and forgiven a minute later', () => {
  const { clock, allowed } = countingAt(3);
  expect(allowed('192.0.2.1', 10)).toBe(3);
  expect(allowed('192.0.2.2', 10)).toBe(3);
  clock.now += 60_000;
  expect(allowed('192.0.2.1', 1)).toBe(1);
});

test('one IPv6 subscriber is one address, whichever of theirs they use', () => {
  const { allowed } = countingAt(3);
  expect(allowed('2001:db8:1:2::1', 2)).toBe(2);
  expect(allowed('2001:db8:1:2:ffff:1:2:3', 5)).toBe(1);
  expect(allowed('2001:db8:1:3::1', 5)).toBe(3);
  expect(allowed('::ffff:192.0.2.7', 2)).toBe(2);
  expect(allowed('192.0.2.7', 2)).toBe(1);
});

test('loopback is not counted, nor anybody where the limit is 0', () => {
  expect(countingAt(3).allowed('127.0.0.1', 100)).toBe(100);
  expect(countingAt(3).allowed('::1', 100)).toBe(100);
  expect(countingAt(0).allowed('192.0.2.1', 100)).toBe(100);
});

test('a flood from everywhere does not fill the memory, nor does a clock set back count for ever', () => {
  const { clock, allowed } = countingAt(1);
  for (let n = 0; n < 60_000; n += 1) allowed(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`, 1);
  expect(allowed('10.0.0.1', 1)).toBe(0);
  // Whoever has so many addresses would have no limit beyond them; what is right is never held up.
  expect(allowed('192.0.2.9', 5)).toBe(0);
  clock.now -= 3_600_000;
  expect(allowed('10.0.0.1', 1)).toBe(1);
});
