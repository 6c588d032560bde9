import type { Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { filterRequests, mayLeave, type RequestFilter } from './request-filter.ts';

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

type Listener = NonNullable<Parameters<Session['webRequest']['onBeforeRequest']>[0]>;

/** The filter, and what becomes of a request of the window or of main. */
function filtered(): RequestFilter & { readonly leaves: (by: 'window' | 'main', url: string) => boolean } {
  const onBeforeRequest = vi.fn<(listener: Listener) => void>();
  const filter = filterRequests({ webRequest: { onBeforeRequest } } as unknown as Session);
  const leaves = (by: 'window' | 'main', url: string): boolean => {
    const answer = vi.fn();
    const details = { url, webContentsId: by === 'window' ? 1 : undefined };
    onBeforeRequest.mock.lastCall?.[0](details as never, answer);
    return answer.mock.calls[0]?.[0].cancel === false;
  };
  return { ...filter, leaves };
}

test('nothing leaves before it is granted', () => {
  const { leaves } = filtered();
  expect(leaves('window', 'wss://media.example/rtc')).toBe(false);
  expect(leaves('main', 'https://service.example/')).toBe(false);
});

test('a second media server withdraws the first', () => {
  const { allowMedia, leaves } = filtered();
  allowMedia('wss://media.example');
  expect(leaves('window', 'wss://media.example/rtc')).toBe(true);
  allowMedia('wss://other.example');
  expect(leaves('window', 'wss://other.example/rtc')).toBe(true);
  expect(leaves('window', 'wss://media.example/rtc')).toBe(false);
});

test('main keeps every service that it was granted, and none of them opens a way for the window', () => {
  const { allowMain, allowMedia, leaves } = filtered();
  allowMain('https://service.example');
  allowMain('https://other.example');
  allowMedia('wss://media.example');
  expect(leaves('main', 'https://service.example/')).toBe(true);
  expect(leaves('main', 'https://other.example/')).toBe(true);
  expect(leaves('main', 'https://media.example/')).toBe(false);
  expect(leaves('window', 'https://service.example/')).toBe(false);
});
