import { expect, test } from 'vitest';
import { hueOf, initialsOf } from './avatar.ts';

test.each([
  ['Marie Gérard', 'MG'],
  ['marie gérard (DSDEN 33)', 'MG'],
  ['Agent', 'A'],
  ['Jean-Pierre de la Tour', 'JT'],
  ['Élodie', 'É'],
  ['李 小龍', '李小'],
  ['(anonyme)', '?'],
  ['', '?'],
])('%s appears as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('the same person keeps the same colour, and different people mostly differ', () => {
  expect(hueOf('p-1')).toBe(hueOf('p-1'));
  const hues = new Set(Array.from({ length: 100 }, (_, i) => hueOf(`participant-${i}-${i * 7919}`)));
  expect(hues.size).toBeGreaterThan(50);
});
