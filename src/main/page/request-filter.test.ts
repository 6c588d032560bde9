import { expect, test } from 'vitest';
import { mayLeave } from './request-filter.ts';

const livekit = new Set(['https://media.example']);

test('the window reaches the LiveKit of its meeting, by WebSocket and by HTTP', () => {
  expect(mayLeave('wss://media.example/rtc/v1?access_token=x', livekit)).toBe(true);
  expect(mayLeave('https://media.example/rtc/validate', livekit)).toBe(true);
});

test.each([
  'https://evil.example/',
  'wss://media.example:8443/rtc',
  'ws://media.example/rtc',
  'https://media.example.evil.example/',
  'file:///etc/passwd',
  'ftp://media.example/',
  'app://other/x',
  'not an address',
])('%s never leaves', (address) => {
  expect(mayLeave(address, livekit)).toBe(false);
});

test('our own page and what stays in the process need no network', () => {
  expect(mayLeave('app://visio-agents/assets/x.js', new Set())).toBe(true);
  expect(mayLeave('blob:app://visio-agents/1', new Set())).toBe(true);
});
