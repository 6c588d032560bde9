import { blank } from './redact-patterns.ts';

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
  const all = [...new Set([...names, ...parts, ...computers.map(decompose)].map((word) => word.trim()))];
  const longestFirst = all.filter((word) => /\p{L}/u.test(word)).toSorted((a, b) => size(b) - size(a));
  const patterns = [
    ...longestFirst.filter((word) => size(word) > 2).map((word) => new RegExp(anyWriting(word), 'giu')),
    ...longestFirst
      .filter((word) => size(word) === 2 && (/^\p{Lu}/u.test(word) || spaceless.test(word)))
      .map((word) => new RegExp(spaceless.test(word) ? escaped(word) : alone(escaped(word)), 'gu')),
  ];
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

/** With or without the accents, any space for a space. */
function anyWriting(word: string): string {
  const signs = Array.from(word.replaceAll(/\p{M}/gu, ''));
  const pattern = signs.map((sign) => (/\s/.test(sign) ? '\\s+' : `${escaped(sign)}\\p{M}*`)).join('');
  return size(word) < 5 && !spaceless.test(word) ? alone(pattern) : pattern;
}

/** Of scripts that part words by nothing. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
