import { expect, test } from 'vitest';
import { parseDisplayName } from './display-name.ts';

test.each([
  'Marie Gérard',
  'Marie Gérard (DSDEN 31 – service informatique)',
  "Jean-François d'Ormesson",
  'Nguyễn Thị Hồng Ánh',
  '李小龍',
  'محمد علي',
  'क्षत्रिय',
  'O',
  'é'.repeat(80),
])('%s is a name', (name) => {
  expect(parseDisplayName(name)).toEqual({ ok: true, value: name.normalize('NFC') });
});

test('a name is written in one way only: composed, without the spaces around it', () => {
  expect(parseDisplayName('  Marie Ge\u0301rard\t')).toEqual({ ok: true, value: 'Marie Gérard' });
});

test.each([
  ['', 'empty'],
  [' \n ', 'empty'],
  ['\u00a0', 'empty'],
  ['x'.repeat(81), 'too-long'],
  ['x'.repeat(1e6), 'too-long'],
])('%j is no name: %s', (typed, error) => {
  expect(parseDisplayName(typed)).toEqual({ ok: false, error });
});

test.each([
  ['a line break', 'Marie\nGérard'],
  ['a null', 'Marie\u0000'],
  ['a text turned round', 'Marie\u202eélbarapmoc'],
  ['a hidden isolate', 'Marie\u2066'],
  ['a zero-width space', 'Ma\u200brie'],
  ['a zero-width joiner', 'Ma\u200drie'],
  ['a soft hyphen', 'Ma\u00adrie'],
  ['a byte order mark', 'Ma\ufeffrie'],
  ['a byte order mark before it', '\ufeffMarie'],
  ['nothing but a byte order mark', '\ufeff'],
  ['what is left of bytes that were no text', 'Mar\ufffde'],
  ['a line separator', 'Ma\u2028rie'],
  ['a letter drawn as nothing', 'Marie\u3164'],
  ['a name of blanks', '\u2800\u2800'],
  ['half a character', 'Marie\ud800'],
  ['a private character', 'Marie\ue000'],
  ['a tag', 'Marie\u{e0041}'],
  ['a variation selector', 'Marie\ufe0f'],
  ['a later variation selector', 'Marie\u{e0100}'],
  ['five marks on a letter', `a${'\u0316'.repeat(5)}`],
  ['a pile of marks', `Marie${'\u0336'.repeat(500)}`],
  ['a mark that would sit on whatever stands before', '\u0301Marie'],
])('%s is refused, not silently mended', (_what, typed) => {
  expect(parseDisplayName(typed)).toEqual({ ok: false, error: 'unreadable' });
});

test('four marks on a letter are a language, and each letter has its own', () => {
  const four = `a${'\u0316'.repeat(4)}`;
  expect(parseDisplayName(four.repeat(20)).ok).toBe(true);
});
