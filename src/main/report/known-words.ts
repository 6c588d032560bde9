import { blank } from '../../shared/redaction/redact-by.ts';

/** What main knows by itself. `people`: as they are called, and the account; `computers`: names of hosts, also this one. */
export type KnownWords = { readonly people: readonly string[]; readonly computers: readonly string[] };

/**
 * Takes them out, whatever the case, the accents or how these are encoded. Parts of a person's name go as well: whole
 * words, from five letters on inside of others too (« mariegerard »); of two letters only in capitals as they are written, or
 * every « de » would go with somebody called De. One letter alone says nothing.
 */
export function redactKnown({ people, computers }: KnownWords): (text: string) => string {
  const names = people.map(decompose);
  const parts = names.flatMap((name) => name.split(/[^\p{L}\p{M}\p{N}]+/u));
  const known = [
    ...tidy([...names, ...parts]).map((word) => ({ word, pattern: ofPerson(word) })),
    ...tidy(computers.map(decompose)).map((word) => ({
      word,
      pattern: new RegExp(alone(anyWriting(word)), 'giu'),
    })),
  ];
  // The longest first: « Marie Gérard » before « Marie ».
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
/** In letters and digits. */
const size = (word: string): number => Array.from(word.replaceAll(/[^\p{L}\p{N}]/gu, '')).length;
const alone = (pattern: string): string => `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{M}\\p{N}])`;

/** Of at least two letters and digits, one of them a letter: « 12 » would be everywhere. */
const tidy = (words: readonly string[]): readonly string[] =>
  [...new Set(words.map((word) => word.trim()))].filter((word) => size(word) > 1 && /\p{L}/u.test(word));

/** With or without the accents, any space for a space. */
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
/** Of scripts that part words by nothing. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
