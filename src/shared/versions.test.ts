import { expect, test } from 'vitest';
import { isOlder } from './versions.ts';

test.each([
  ['0.9.0', '1.0.0', true],
  ['1.0.0', '1.0.0', false],
  ['1.10.0', '1.9.9', false],
  ['1.0.0-beta', '1.0.0', false],
])('version %s is older than %s: %s', (version, minimum, expected) => {
  expect(isOlder(version, minimum)).toBe(expected);
});
