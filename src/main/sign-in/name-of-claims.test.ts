import { expect, test } from 'vitest';
import { nameOfClaims } from './name-of-claims.ts';

test.each([
  [{ name: 'Marie Gérard', preferred_username: 'mgerard' }, 'Marie Gérard'],
  [{ given_name: 'Marie', family_name: 'Gérard' }, 'Marie Gérard'],
  [{ name: ' ', preferred_username: 'mgerard' }, 'mgerard'],
  [{ name: 12, given_name: ['Marie'] }, ''],
  [undefined, ''],
])('%o is called « %s »', (claims, name) => {
  expect(nameOfClaims(claims)).toBe(name);
});

test('a directory neither turns the text of the window around nor fills it', () => {
  expect(nameOfClaims({ name: '\u202eMarie\u0000\n Gérard' })).toBe('Marie Gérard');
  expect(nameOfClaims({ name: 'x'.repeat(1_000_000) })).toHaveLength(80);
});
