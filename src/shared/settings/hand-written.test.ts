import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { err, ok } from '../result.ts';
import { readHandWrittenJson, readUtf8 } from './hand-written.ts';
import { jsonFault } from './json-fault.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from(text.split('').flatMap((char) => [char.charCodeAt(0) % 256, char.charCodeAt(0) >> 8]));

test('the mark that editors of Windows put before UTF-8 is skipped, and accents stay', () => {
  const read = ok({ helpDeskName: 'Assistance académique' });
  expect(readHandWrittenJson(utf8('\ufeff{ "helpDeskName": "Assistance académique" }'))).toEqual(read);
});

const accents = '{\n  "language": "fr",\n  "helpDeskName": "académique"\n}\n';
test.each([
  ['Latin-1', latin1(accents), 'not-utf8', 3],
  ['UTF-16 with its mark', utf16(`\ufeff${accents}`), 'not-utf8', 1],
  ['UTF-16 without its mark', utf16('{}\n'), 'not-utf8', 1],
  ['a letter cut in two at the end', utf8('{}\né').slice(0, -1), 'not-utf8', 2],
  ['a comment', utf8('{\n  // for everybody\n  "language": "fr"\n}'), 'comment', 2],
  ['a comment over lines', utf8('{ "language": "fr"\n /* \n */ }'), 'comment', 2],
  ['a comment of shells', utf8('# ours\n{}'), 'comment', 1],
  ['a comma too many', utf8('{\n  "language": "fr",\n}'), 'trailing-comma', 2],
  [
    'a comma too many in a list',
    utf8('{ "allowedServers": [\n"https://a.example",\n] }'),
    'trailing-comma',
    2,
  ],
  ['a comma that is missing', utf8('{\n  "language": "fr"\n  "updates": "off"\n}'), 'not-json', 3],
  ['quotes of a word processor', utf8('{\n  “language”: "fr" }'), 'not-json', 2],
  ['simple quotes', utf8("{\n  'language': 'fr' }"), 'not-json', 2],
  ['a value that is missing', utf8('{\n"language": }'), 'not-json', 2],
  ['the end that is missing', utf8('{\n  "language": "fr"\n'), 'not-json', 3],
  ['something behind the end', utf8('{}\n{}'), 'not-json', 2],
] as const)('%s is refused with its line', (_what, given, fault, line) => {
  expect(readHandWrittenJson(given)).toEqual(err({ fault, line }));
});

test.each(['[]', 'null', '"text"', '1'])('%s is no object of settings', (text) => {
  expect(readHandWrittenJson(utf8(text))).toEqual(err({ fault: 'no-object' }));
});

test('an empty file is refused, and an empty text is one', () => {
  expect(readHandWrittenJson(utf8(''))).toEqual(err({ fault: 'not-json', line: 1 }));
  expect(readUtf8(utf8(''))).toEqual(ok(''));
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('a fault is found exactly where JSON.parse finds one', () => {
  const parts = fc.array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-0.5e3',
      'true',
      'null',
      ' ',
      '\n',
      '//',
      '"',
      '\\',
      '01',
    ),
    { maxLength: 12 },
  );
  const broken = fc
    .tuple(fc.json(), fc.nat(), fc.string({ maxLength: 1 }))
    .map(
      ([json, at, char]) =>
        json.slice(0, at % (json.length + 1)) + char + json.slice((at % (json.length + 1)) + 1),
    );
  fc.assert(
    fc.property(
      fc.oneof(
        parts.map((each) => each.join('')),
        broken,
        fc.json(),
      ),
      (text) => {
        expect(jsonFault(text) === null).toBe(isJson(text));
      },
    ),
    { numRuns: 2000 },
  );
});
