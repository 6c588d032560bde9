import { expect, test } from 'vitest';
import { maxNameLength, nameLength } from './display-name.ts';
import { nameOfClaims } from './name-of-claims.ts';

test.each<[object, string | null]>([
  [{ name: 'Marie Gérard', preferred_username: 'mgerard' }, 'Marie Gérard'],
  [{ given_name: 'Marie', family_name: 'Gérard', preferred_username: 'mgerard' }, 'Marie Gérard'],
  [{ given_name: 'Marie' }, 'Marie'],
  [{ name: ' ', preferred_username: 'mgerard' }, 'mgerard'],
  [{ name: '\u200b', preferred_username: 'mgerard' }, 'mgerard'],
  [{ name: 12, given_name: ['Marie'] }, null],
  [{}, null],
  [{ name: '  Marie\u00a0\u00a0Ge\u0301rard\n' }, 'Marie Gérard'],
  [{ name: '\u202eMarie\u0000\n Gérard\u200b' }, 'Marie Gérard'],
  [{ name: `Marie${'\u0336'.repeat(50)}` }, `Marie${'\u0336'.repeat(4)}`],
  [{ name: '\u0301Marie' }, 'Marie'],
  [{ name: 'x'.repeat(500) }, `${'x'.repeat(maxNameLength - 1)}…`],
])('%j is %s', (claims, name) => {
  expect(nameOfClaims({ ...claims })).toBe(name);
});

test('another claim may hold the name; what stands in for it stays the same', () => {
  expect(nameOfClaims({ name: 'mgerard', display: 'Marie Gérard' }, 'display')).toBe('Marie Gérard');
  expect(nameOfClaims({ name: 'mgerard', given_name: 'Marie' }, 'display')).toBe('Marie');
});

test.each([
  { name: 'x'.repeat(1_000_000) },
  { given_name: 'x'.repeat(maxNameLength), family_name: 'y'.repeat(maxNameLength) },
])('a name is as long as any, however much a directory holds', (claims) => {
  expect(nameLength(nameOfClaims(claims) ?? '')).toBe(maxNameLength);
});

test('two claims together make no mark of the app', () => {
  expect(nameOfClaims({ given_name: 'Marie ·', family_name: 'Modérateur' })).toBe('Marie');
});
