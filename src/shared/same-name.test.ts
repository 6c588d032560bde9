import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookAlikes } from './look-alikes.ts';
import { createNames, sameName } from './same-name.ts';

test.each([
  ['Marie Gérard', 'as it is'],
  ['marie gérard', 'in small letters'],
  ['MARIE GERARD', 'without accents'],
  ['Marie Ge\u0301rard', 'composed otherwise'],
  ['Marie  Gérard', 'with more spaces'],
  ['Marie\u00a0Gérard', 'with a space that does not break'],
  ['Ma\u200arie Gérard', 'with a hair between two letters'],
  ['MarieGérard', 'without spaces'],
  ['Marie-Gérard.', 'with signs'],
  ['GÉRARD Marie', 'as a register writes it'],
  ['Marie Gérard (Rectorat)', 'with an office after it'],
  ['Маriе Gérаrd', 'with Cyrillic letters'],
  ['МARIE GÉRARD', 'with a Cyrillic capital'],
  ['Μarie Gérard', 'with a Greek capital'],
  ['Mαriε Gérard', 'with Greek letters'],
  ['Ｍａｒｉｅ Ｇéｒａｒｄ', 'in wide letters'],
  ['𝐌𝐚𝐫𝐢𝐞 𝐆é𝐫𝐚𝐫𝐝', 'in mathematical letters'],
  ['Marle Gérard', 'with an l for the i'],
  ['Mar1e Gérard', 'with a one for the i'],
  ['Marıe Gérard', 'with an i without its dot'],
  ['Ⓜarie Gérard', 'with a letter in a circle'],
  ['Ꮇarie Ꮐérard', 'with Cherokee letters'],
  ['rnarie Gérard', 'with two letters for one'],
])('%s may be taken for Marie Gérard (%s)', (name) => {
  expect(sameName(name, 'Marie Gérard')).toBe(true);
  expect(sameName('Marie Gérard (DSDEN 31)', name)).toBe(true);
});

test.each([
  'Marie Girard',
  'Marie',
  'Gérard',
  'Marie Gérardin',
  'Marie Gérard Dupont',
  'Jean Dupont',
  'Marie Marie Gérard',
  'Мария Жерар',
  '…',
  '',
])('%s is somebody else', (name) => {
  expect(sameName(name, 'Marie Gérard')).toBe(false);
});

test.each([
  ['Cœur Dupont', 'Coeur Dupont'],
  ['Ægir Groß', 'AEGIR GROSS'],
  ['Łukasz Søren', 'Lukasz Soren'],
  ['Мария Петрова', 'МАРИЯ ПЕТРОВА'],
  ['محمد علي', 'علي محمد'],
  ['Oceane', '0ceane'],
  ['(Marie)', 'marie'],
])('%s and %s are one', (one, other) => {
  expect(sameName(one, other)).toBe(true);
});

test('names without a letter are like none', () => {
  expect(sameName('…', '…')).toBe(false);
});

test('who is compared with many is compared as with each of them', () => {
  // Few words, so that many pairs look alike.
  const word = fc.constantFrom('Marie', 'MARIE', 'Gérard', 'gerard', 'Mаrie', 'rn', 'm', '(x)', '-', '');
  const name = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 5 }), name, (known, one) => {
      const names = createNames();
      known.forEach((other) => names.add(other));
      expect(names.hasLike(one)).toBe(known.some((other) => sameName(one, other)));
      expect(known.every((other) => sameName(one, other) === sameName(other, one))).toBe(true);
    }),
  );
});

test('each look-alike stands for one letter that stands for none, and normalisation leaves it for the table', () => {
  const wrong = [...lookAlikes].filter(
    ([other, letter]) =>
      !/^[a-z]$/.test(letter) || lookAlikes.has(letter) || other.normalize('NFKD') !== other,
  );
  expect(wrong).toEqual([]);
  expect(lookAlikes.size).toBeGreaterThan(150);
});
