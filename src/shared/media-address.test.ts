import { expect, test } from 'vitest';
import { mediaAddress } from './media-address.ts';

test.each([
  ['wss://media.example', true],
  ['wss://media.example:8443/path', true],
  ['ws://127.0.0.1:7880', true],
  ['ws://localhost:7880', true],
  ['ws://[::1]:7880', true],
  ['ws://media.example', false],
  ['ws://127.0.0.1.evil.example', false],
  ['ws://10.0.0.1', false],
  ['https://media.example', false],
  ['http://127.0.0.1', false],
  ['javascript:alert(1)', false],
  ['media.example', false],
])('%s is where LiveKit may be: %s', (address, expected) => {
  expect(mediaAddress.safeParse(address).success).toBe(expected);
});
