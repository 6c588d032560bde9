import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ipv6In } from './ipv6.ts';

test('an IPv6 address is found, also with what touches it', () => {
  fc.assert(
    fc.property(
      fc.ipV6(),
      fc.constantFrom('', ':'),
      fc.constantFrom('', ':', '.'),
      (address, before, after) => {
        expect(ipv6In(`${before}${address}${after}`)).toContain(address);
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  '',
  '192.0.2.17',
  '09:12:03',
  '46d:82d',
  '1::2::3',
  '1:2:3:4:5:6:7:8:9',
  '123456::',
  '::ffff:300.1.1.1',
  `${'0'.repeat(50)}::1`,
])('« %s » holds none', (run) => {
  expect(ipv6In(run)).toEqual([]);
});
