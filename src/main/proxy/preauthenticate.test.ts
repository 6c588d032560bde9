import { EventEmitter } from 'node:events';
import type { AuthInfo, ClientRequest } from 'electron';
import { expect, test, vi } from 'vitest';
import { preauthenticateBy } from './preauthenticate.ts';

const proxy: AuthInfo = { isProxy: true, scheme: 'basic', host: 'proxy.example', port: 3128, realm: 'r' };
const marie = { user: 'marie', password: 'of tests' };

/** Electron's request as far as it is used; `asks` plays what Chromium does with each answer. */
function preauthenticatedWith(info: AuthInfo, endsWith: (given: unknown[]) => number | null) {
  const request = Object.assign(new EventEmitter(), { end: vi.fn(), abort: vi.fn() });
  const given: unknown[][] = [];
  const opened = vi.fn((_options: object) => request as unknown as ClientRequest);
  const login = vi.fn(async () => marie);
  const passage = preauthenticateBy(opened)('wss://media.example/rtc?token=secret', login);
  const ask = (): void =>
    void request.emit('login', info, (...answer: unknown[]) => {
      given.push(answer);
      const status = endsWith(answer);
      if (status === null) ask();
      else request.emit('response', { statusCode: status });
    });
  ask();
  return { passage, given, login, opened };
}

test('the proxy gets the name and the password, and is told no more than the origin', async () => {
  const { passage, given, opened } = preauthenticatedWith(proxy, () => 200);
  expect(await passage).toBe('open');
  expect(given).toEqual([['marie', 'of tests']]);
  expect(opened.mock.calls[0]?.[0]).toMatchObject({ url: 'https://media.example/', method: 'HEAD' });
});

test('a proxy that is not content asks again', async () => {
  let refusals = 1;
  const { passage, given } = preauthenticatedWith(proxy, () => (refusals-- > 0 ? null : 200));
  expect(await passage).toBe('open');
  expect(given).toHaveLength(2);
});

test.each([
  ['a server that is no proxy', { ...proxy, isProxy: false }, 401, 'open'],
  ['a proxy that knows NTLM alone', { ...proxy, scheme: 'ntlm' }, 407, 'refused'],
  ['a proxy that knows Negotiate alone', { ...proxy, scheme: 'negotiate' }, 407, 'refused'],
] as const)('%s gets nothing, and nobody is asked', async (_who, info, status, outcome) => {
  const { passage, given, login } = preauthenticatedWith(info, () => status);
  expect(await passage).toBe(outcome);
  expect(given).toEqual([[]]);
  expect(login).not.toHaveBeenCalled();
});

test.each([
  'net::ERR_NETWORK_CHANGED',
  // The proxy is content, and does not reach the server.
  'net::ERR_TUNNEL_CONNECTION_FAILED',
])('what breaks behind a login that was given is no refusal of the login: %s', async (message) => {
  const request = Object.assign(new EventEmitter(), { end: vi.fn(), abort: vi.fn() });
  const passage = preauthenticateBy(() => request as unknown as ClientRequest)(
    'https://a.example',
    async () => marie,
  );
  request.emit('login', proxy, () => request.emit('error', new Error(message)));
  expect(await passage).toBe('closed');
});

test('what somebody is typing while the network breaks is waited for', async () => {
  const request = Object.assign(new EventEmitter(), { end: vi.fn(), abort: vi.fn() });
  const typing = Promise.withResolvers<typeof marie>();
  const ended = vi.fn();
  const passage = preauthenticateBy(() => request as unknown as ClientRequest)(
    'https://a.example',
    () => typing.promise,
  );
  void passage.then(ended);
  request.emit('login', proxy, () => undefined);
  request.emit('error', new Error('net::ERR_NETWORK_CHANGED'));
  await Promise.resolve();
  expect(ended).not.toHaveBeenCalled();
  typing.resolve(marie);
  expect(await passage).toBe('closed');
});

test('whoever declines is refused by the proxy; a network that breaks is closed', async () => {
  const request = Object.assign(new EventEmitter(), { end: vi.fn(), abort: vi.fn() });
  const open = () => request as unknown as ClientRequest;
  const declined = preauthenticateBy(open)('https://a.example', async () => null);
  request.emit('login', proxy, () => request.emit('error', new Error('net::ERR_TUNNEL_CONNECTION_FAILED')));
  expect(await declined).toBe('refused');
  const broken = preauthenticateBy(open)('https://a.example', async () => marie);
  request.emit('error', new Error('net::ERR_PROXY_CONNECTION_FAILED'));
  expect(await broken).toBe('closed');
});
