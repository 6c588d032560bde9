import { expect, test } from 'vitest';
import { createAddressRateLimiter } from './address-rate-limiter.ts';
import { createRateLimiter } from './rate-limiter.ts';

const clock = { now: 0 };
const fill = (count: (key: string) => boolean) => {
  for (let n = 0; n < 50_000; n += 1) count(`stranger ${n}`);
};

test('whoever fills the table has lifted no limit, and keys that were counted are still counted', () => {
  const allows = createRateLimiter(2, () => clock.now, 'refuse');
  expect(allows('known')).toBe(true);
  fill(allows);
  expect([allows('known'), allows('known')]).toEqual([true, false]);
  expect(allows('new')).toBe(false);
  clock.now += 60_000;
  expect(allows('new')).toBe(true);
});

test('where keys are hard to come by a full table holds up nobody new', () => {
  const allows = createRateLimiter(2, () => clock.now, 'pass');
  fill(allows);
  for (let n = 0; n < 5; n += 1) expect(allows('new')).toBe(true);
});

test('a site that sends from all of its networks fills no table, and shuts nobody else out', () => {
  const allows = createAddressRateLimiter(3, () => clock.now);
  let allowed = 0;
  for (let n = 0; n < 65_536; n += 1) if (allows(`2001:db8:1:${n.toString(16)}::1`)) allowed += 1;
  // Two thousand networks by themselves, and all others together as one.
  expect(allowed).toBe(2003);
  expect(['192.0.2.1', '2001:db8:2:1::1'].map(allows)).toEqual([true, true]);
  // Whoever was counted before is still counted by themselves.
  expect([allows('2001:db8:1:0::2'), allows('2001:db8:1:0::3'), allows('2001:db8:1:0::4')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(allows.isSpent('192.0.2.1')).toBe(false);
  expect(allows.isSpent('2001:db8:1:ffff::1')).toBe(true);
});

test('after a minute a site is counted anew', () => {
  const allows = createAddressRateLimiter(1, () => clock.now);
  for (let n = 0; n < 2002; n += 1) allows(`2001:db8:1:${n.toString(16)}::1`);
  expect(allows('2001:db8:1:ffff::1')).toBe(false);
  clock.now += 60_000;
  expect(allows('2001:db8:1:ffff::1')).toBe(true);
});
