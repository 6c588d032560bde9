import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxNameLength, mendDisplayName, parseDisplayName } from './display-name.ts';
import { languages } from '../settings/settings.ts';
import { words } from '../words/words.ts';

test.each([
  'Marie Gérard',
  'Marie Gérard (DSDEN 31 – service informatique)',
  "Jean-François d'Ormesson",
  'Nguyễn Thị Hồng Ánh',
  '李小龍',
  'محمد علي',
  'क्षत्रिय',
  'O',
  'é'.repeat(maxNameLength),
])('%s is a name', (name) => {
  expect(parseDisplayName(name)).toEqual({ ok: true, value: name.normalize('NFC') });
});

test('a name is written in one way only: composed, without the spaces around it', () => {
  expect(parseDisplayName('  Marie Ge\u0301rard\t')).toEqual({ ok: true, value: 'Marie Gérard' });
});

test('every run of spaces, of whatever kind, is one space', () => {
  expect(parseDisplayName('\u3000Marie \u00a0\u2003  Gérard\u202f-\u2009DSI ')).toEqual({
    ok: true,
    value: 'Marie Gérard - DSI',
  });
});

test.each([
  ['', 'empty'],
  [' \n ', 'empty'],
  ['\u00a0', 'empty'],
  ['x'.repeat(maxNameLength + 1), 'too-long'],
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
  ['what stands for an object', 'Marie \ufffc'],
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

test.each([
  'Marie ✓',
  '✔ Marie',
  'Marie ✅',
  'Marie ☑',
  'Marie √',
  'Marie (vous)',
  'Marie [VOUS]',
  'Marie - vous',
  'Marie (you)',
  'Marie ❨уоu❩',
  'Marie · Modérateur',
  'Marie • moderatrice',
  'Marie | Moderator',
  'Marie ǀ Moderator',
  'Marie ᐧ Моdérаtеur',
  'Marie ・Ｍｏｄｅｒａｔｏｒ',
  'Marie — m o d é r a t e u r, DSI',
  'Marie \u00a0· \u00a0Rnodérateur',
  'Modérateur : Marie',
  'Marie (agent vérifié)',
  'Marie, Verified Agent',
])('%s holds what the app itself writes beside names', (typed) => {
  expect(parseDisplayName(typed)).toEqual({ ok: false, error: 'reserved' });
});

test.each(languages)('none is called what the app writes beside names, %s', (language) => {
  const { people, tiles } = words[language].room;
  for (const name of [
    tiles.you('Marie'),
    `Marie · ${people.you}`,
    `Marie · ${people.moderator}`,
    `Marie · ${people.verified}`,
  ])
    expect(parseDisplayName(name)).toEqual({ ok: false, error: 'reserved' });
});

test.each(['Anne Vous', 'M. You', 'Mme. Vous', "Anne d'You", 'Paul Martin, modération', 'Jean Vous-Martin'])(
  '%s is a name like others',
  (typed) => {
    expect(parseDisplayName(typed)).toEqual({ ok: true, value: typed });
  },
);

test('what a directory says is mended', () => {
  expect(mendDisplayName('Marie \u00a0Gérard ✓\ufffc')).toBe('Marie Gérard');
  expect(mendDisplayName('✓')).toBeNull();
});

test.each([
  ['Marie Gérard (modératrice)', 'Marie Gérard'],
  ['GÉRARD Marie [Modérateur]', 'GÉRARD Marie'],
  ['Marie Gérard - modératrice', 'Marie Gérard'],
  ['Marie Gérard, agent vérifié', 'Marie Gérard'],
  ['Marie Gérard · Modératrice · vous', 'Marie Gérard'],
  ['Marie Gérard (vous) (modératrice)', 'Marie Gérard'],
  ['Modératrice : Marie Gérard', 'Marie Gérard'],
  ['(modératrice) Marie Gérard', 'Marie Gérard'],
  ['Marie (modératrice) Gérard', 'Marie Gérard'],
  ['Marie Gérard (modératrice, DSI)', 'Marie Gérard (DSI)'],
  ['Marie Gérard (DSI, modératrice)', 'Marie Gérard (DSI)'],
  ['Marie Gérard (modératrice) - DSI', 'Marie Gérard - DSI'],
  ['Marie Gérard (DSI - modératrice - Lyon)', 'Marie Gérard (DSI - Lyon)'],
  ['Marie Gérard (Моdérаtrice)', 'Marie Gérard'],
  ['Marie — m o d é r a t e u r', 'Marie'],
  ['Anne-Marie d\u2019Ormesson (moderator)', 'Anne-Marie d\u2019Ormesson'],
])('of « %s » only the mention is dropped', (directory, name) => {
  expect(mendDisplayName(directory)).toBe(name);
});

test.each(['(modératrice)', '· Modérateur ·', '(vous) (you)', '-'])(
  'of « %s » no name is left',
  (directory) => {
    expect(mendDisplayName(directory)).toBeNull();
  },
);

test('a text of nothing but mentions is not read to its end: so many are dropped and no more', () => {
  expect(mendDisplayName(`${'(vous) '.repeat(10)}Marie`)).toBe('Marie');
  expect(mendDisplayName(`${'(vous) '.repeat(30)}Marie`)).toBeNull();
  expect(mendDisplayName('(vous) - '.repeat(1000))).toBeNull();
  // Cut to the length of a name, the rest of the last one would be taken for it.
  expect(mendDisplayName(`${'(agente vérifiée) '.repeat(30)}Marie`)).toBeNull();
});

const mention = fc.constantFrom('vous', 'You', 'MODÉRATRICE', 'modérateur', 'agent vérifié', 'Моdеrаtоr');
const setApart = fc.constantFrom(
  (name: string, said: string) => `${name} (${said})`,
  (name: string, said: string) => `${name} - ${said}`,
  (name: string, said: string) => `${name}, ${said}`,
  (name: string, said: string) => `[${said}] ${name}`,
  (name: string, said: string) => `${said} : ${name}`,
);
const aName = fc.constantFrom(
  'Marie Gérard',
  'Anne Vous',
  'M. You',
  "Jean-François d'Ormesson",
  'O',
  '李小龍',
);

test('whatever mentions a directory sets apart, the name is what stays', () => {
  fc.assert(
    fc.property(aName, fc.array(fc.tuple(mention, setApart), { maxLength: 3 }), (name, added) => {
      const directory = added.reduce<string>((text, [said, write]) => write(text, said), name);
      expect(mendDisplayName(directory)).toBe(name);
    }),
  );
});

test('what is mended is a name that anybody may have, and is mended to itself', () => {
  const pieces = fc.constantFrom(
    'Marie',
    'vo',
    'us',
    'vous',
    ' ',
    '(',
    ')',
    '-',
    '·',
    ',',
    'modé',
    'ratrice',
    '✓',
    '.',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
    fc.array(pieces, { minLength: 60, maxLength: 120 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const name = mendDisplayName(text);
      if (name === null) return;
      expect(parseDisplayName(name)).toEqual({ ok: true, value: name });
      expect(mendDisplayName(name)).toBe(name);
    }),
    { numRuns: 300 },
  );
});
