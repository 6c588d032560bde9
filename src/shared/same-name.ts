import { lookAlikes } from './look-alikes.ts';

/**
 * Whether two names would be taken for one another in a list of people: accents, case, spaces, order of the words,
 * letters of other alphabets that look alike, and what stands after the name in parentheses make no difference.
 */
export function sameName(one: string, other: string): boolean {
  const names = createNames();
  names.add(other);
  return names.hasLike(one);
}

/** Names that others are compared with, as `sameName` does: each is read once, however many there are. */
export function createNames(): { add(name: string): void; hasLike(name: string): boolean } {
  const looks = new Set<string>();
  return {
    add: (name) => looksOf(name).forEach((look) => looks.add(look)),
    hasLike: (name) => looksOf(name).some((look) => looks.has(look)),
  };
}

/** Two names that have one of these in common look alike: their letters in a row, and their words whatever the order. */
function looksOf(name: string): string[] {
  const words = wordsOf(name);
  return words.length === 0 ? [] : [words.join(''), words.toSorted().join(' ')];
}

/** The words of a name as they look at a glance: no text, only for comparing. */
function wordsOf(name: string): string[] {
  // What an agent typed follows the name so; alone it is the name.
  const bare = name.replace(/(?<=\S)\s*\([^()]*\)$/u, '');
  const plain = bare.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const letters = Array.from(plain, (letter) => lookAlikes.get(letter) ?? letter.toUpperCase().toLowerCase());
  return letters
    .map((letter) => lookAlikes.get(letter) ?? letter)
    .join('')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
