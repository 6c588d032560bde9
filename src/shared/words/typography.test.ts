import { expect, test } from 'vitest';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Every sentence below `words`; those made of something are made of « X ». */
function sentences(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return sentences((words as (...parts: string[]) => unknown)('X', 'X'));
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentences) : [];
}
const french = sentences(fr);

test('French puts a narrow no-break space before ; ! ? and a no-break space before : and inside « »', () => {
  // A time or an address has no sentence before its colon, and an address none before its question mark.
  const wrong = french.filter((text) =>
    /[^\u202f][;!?](?:\s|$)|[^\u00a0]:(?:\s|$)|«[^\u00a0]|[^\u00a0]»/.test(text),
  );
  expect(wrong).toEqual([]);
});

test('French writes words in full and says « vous », without « point médian »', () => {
  const wrong = french.filter((text) => /·\p{L}|(?<!\p{L})(?:tu|ton|tes|email|e-mail)(?!\p{L})/iu.test(text));
  expect(wrong).toEqual([]);
});

test('English needs no space before its punctuation', () => {
  expect(sentences(en).filter((text) => /\s[;:!?](?:\s|$)/.test(text))).toEqual([]);
});
