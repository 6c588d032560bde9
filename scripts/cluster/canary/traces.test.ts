import { expect, test } from 'vitest';
import { createSearch } from './traces.ts';

const search = createSearch({
  code: 'AbCdEfGhIjKlMnOpQrStUvWxYz_-01',
  name: 'Zébuline Canari',
  address: '203.0.113.77',
});

test.each([
  ['as it is', 'code', 'GET /r/AbCdEfGhIjKlMnOpQrStUvWxYz_-01 HTTP/1.1'],
  ['its beginning', 'code', 'code AbCdEfGhIjKl…'],
  ['its end', 'code', '…OpQrStUvWxYz_-01'],
  ['in small letters', 'code', 'abcdefghijklmnopqrstuvwxyz_-01.example'],
  ['with percent signs', 'name', 'name=Z%C3%A9buline%20Canari'],
  ['with percent signs and small letters', 'name', 'name=z%c3%a9buline%20canari'],
  ['escaped as in JSON', 'name', '"Z\\u00e9buline Canari"'],
  ['read as another alphabet', 'name', Buffer.from('Zébuline Canari').toString('latin1')],
  ['in base64', 'name', Buffer.from('Zébuline Canari').toString('base64')],
  ['in base64, one byte later', 'name', Buffer.from('"Zébuline Canari"').toString('base64')],
  ['in base64, two bytes later', 'name', Buffer.from('{"Zébuline Canari"}').toString('base64url')],
  ['in hexadecimal numbers', 'address', Buffer.from('203.0.113.77').toString('hex')],
])('a canary is found %s', (_, name, text) => {
  expect(search(`before ${text} after`)).toEqual([name]);
});

test('what only resembles a canary is none', () => {
  expect(search('203.0.113.7 Zébuline AbCdEfGhIjK GhIjKlMnOpQ')).toEqual([]);
});
