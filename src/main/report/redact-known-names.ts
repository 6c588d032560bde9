import { blank } from '../../shared/redaction/redact-by.ts';

/** Words that main itself knows. `people`: names of people and of the account; `computers`: host names, also of this computer. */
export type KnownNames = { readonly people: readonly string[]; readonly computers: readonly string[] };

/**
 * Removes them, whatever their case, their accents or the encoding of these. Parts of a person's name are removed too: as whole
 * words, from five letters on also inside other words (« mariegerard »); parts of two letters only with the capital they are
 * written with, or every « de » would be removed because of somebody called De. A single letter tells nothing.
 */
export function redactKnownNames({ people, computers }: KnownNames): (text: string) => string {
  const names = people.map(decompose);
  const parts = names.flatMap((name) => name.split(/[^\p{L}\p{M}\p{N}]+/u));
  const known = [
    ...tidy([...names, ...parts]).map((word) => ({ word, pattern: ofPerson(word) })),
    ...tidy(computers.map(decompose)).map((word) => ({
      word,
      pattern: new RegExp(alone(anyWriting(word)), 'giu'),
    })),
  ];
  // Longest first: « Marie Gérard » before « Marie ».
  const patterns = known.toSorted((a, b) => size(b.word) - size(a.word)).map(({ pattern }) => pattern);
  return (text) =>
    patterns
      .reduce((left, pattern) => left.replaceAll(pattern, blank), decompose(text))
      .replaceAll(/…(?:[\s-]*…)+/g, blank)
      .normalize('NFC');
}

const decompose = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'Oe')
    .replaceAll('æ', 'ae')
    .replaceAll('Æ', 'Ae');
const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
/** The number of letters and digits. */
const size = (word: string): number => Array.from(word.replaceAll(/[^\p{L}\p{N}]/gu, '')).length;
const alone = (pattern: string): string => `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{M}\\p{N}])`;

/** Words of at least two letters and digits, one of them a letter: « 12 » would be found everywhere. */
const tidy = (words: readonly string[]): readonly string[] =>
  [...new Set(words.map((word) => word.trim()))].filter((word) => size(word) > 1 && /\p{L}/u.test(word));

/** A pattern for the word with or without accents, and with any kind of space. */
const anyWriting = (word: string): string =>
  Array.from(word.replaceAll(/\p{M}/gu, ''))
    .map((sign) => (/\s/.test(sign) ? '\\s+' : `${escaped(sign)}\\p{M}*`))
    .join('');

function ofPerson(word: string): RegExp {
  if (size(word) > 4 || spaceless.test(word)) return new RegExp(anyWriting(word), 'giu');
  if (size(word) > 2) return new RegExp(alone(anyWriting(word)), 'giu');
  return /^\p{Lu}/u.test(word) ? new RegExp(alone(escaped(word)), 'gu') : nothing;
}

const nothing = /(?!)/g;
/** Scripts that do not separate words. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
