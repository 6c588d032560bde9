import { expect, test } from 'vitest';
import { mediaRoomOf } from './media-room-of.ts';

const tokenWith = (claims: unknown): string =>
  ['header', btoa(JSON.stringify(claims)).replaceAll('+', '-').replaceAll('/', '_'), 'signature'].join('.');

test('the room stands in the token, in the letters of addresses', () => {
  // Of a length and with letters that make + and / in base64.
  expect(mediaRoomOf({ livekitToken: tokenWith({ video: { room: 'r~~~???' } }) })).toBe('r~~~???');
});

test.each([
  ['', 'no token'],
  ['a.b.c', 'something else'],
  [tokenWith({}), 'a token without rights'],
  [tokenWith({ video: { room: 7 } }), 'a room that is no text'],
  [tokenWith(null), 'a token that says nothing'],
])('%s names no room: %s', (livekitToken) => {
  expect(mediaRoomOf({ livekitToken })).toBe('');
});
