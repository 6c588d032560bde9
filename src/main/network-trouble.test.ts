import { expect, test } from 'vitest';
import { connectService, type Passage } from '../client/service-client.ts';
import { explainNetworkErrors, mayAwaitProxyLogin, troubleOf } from './network-trouble.ts';

/**
 * The messages that `net.fetch` of Electron 33.2.1 on Debian 12 threw (2026-11-23) before real servers and proxies on
 * loopback, each made for one of these: certificates of a private authority, cut connections, proxies that refuse.
 */
const recorded = [
  ['a certificate of a private authority', 'net::ERR_CERT_AUTHORITY_INVALID', 'certificate-untrusted'],
  [
    'a proxy under TLS with such a certificate',
    'net::ERR_PROXY_CERTIFICATE_INVALID',
    'certificate-untrusted',
  ],
  ['a plain server where TLS is spoken', 'net::ERR_SSL_PROTOCOL_ERROR', 'service-unreachable'],
  ['a server with TLS 1.1 alone', 'net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'service-unreachable'],
  ['a TLS server asked in plain', 'net::ERR_EMPTY_RESPONSE', 'service-unreachable'],
  ['a port where nobody listens', 'net::ERR_CONNECTION_REFUSED', 'service-unreachable'],
  ['a name that nobody knows', 'net::ERR_NAME_NOT_RESOLVED', 'service-unreachable'],
  ['a connection that was reset', 'net::ERR_CONNECTION_RESET', 'service-unreachable'],
  ['a connection that was closed', 'net::ERR_CONNECTION_CLOSED', 'service-unreachable'],
  ['an answer that breaks off', 'net::ERR_CONTENT_LENGTH_MISMATCH', 'service-unreachable'],
  ['a server that says nothing', 'The operation was aborted due to timeout', 'service-unreachable'],
  ['a proxy that is down', 'net::ERR_PROXY_CONNECTION_FAILED', 'service-unreachable'],
  ['a proxy that forbids the way', 'net::ERR_TUNNEL_CONNECTION_FAILED', 'service-unreachable'],
  ['a server that speaks no HTTP', 'net::ERR_INVALID_HTTP_RESPONSE', 'not-a-service'],
  [
    'a server that sends us elsewhere',
    "Attempted to redirect, but redirect policy was 'error'",
    'not-a-service',
  ],
  ['a proxy that knows Negotiate alone', 'net::ERR_PROXY_AUTH_UNSUPPORTED', 'proxy-authentication'],
] as const;

test.each(recorded)('%s: %s is %s', (_what, message, trouble) => {
  expect(troubleOf(new Error(message), true)).toBe(trouble);
});

/** From Chromium's list (net/base/net_error_list.h), for what cannot be had here. */
test.each([
  ['net::ERR_CERT_DATE_INVALID', 'certificate-untrusted'],
  ['net::ERR_CERT_COMMON_NAME_INVALID', 'certificate-untrusted'],
  ['net::ERR_CERTIFICATE_TRANSPARENCY_REQUIRED', 'certificate-untrusted'],
  ['net::ERR_PROXY_AUTH_REQUESTED', 'proxy-authentication'],
  ['net::ERR_UNEXPECTED_PROXY_AUTH', 'proxy-authentication'],
  ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
] as const)('%s is %s', (message, trouble) => {
  expect(troubleOf(new Error(message), true)).toBe(trouble);
});

test('without a network whatever cannot be reached is offline, and a certificate is still not trusted', () => {
  expect(troubleOf(new Error('net::ERR_NAME_NOT_RESOLVED'), false)).toBe('offline');
  expect(troubleOf(new Error('net::ERR_CERT_AUTHORITY_INVALID'), false)).toBe('certificate-untrusted');
});

test('a name that only looks like one of these is none', () => {
  expect(troubleOf(new Error('https://net::ERR_CERT_X.example failed'), true)).toBe('service-unreachable');
  expect(troubleOf('net::ERR_CERT_AUTHORITY_INVALID', true)).toBe('service-unreachable');
});

test('a tunnel that was refused may be a proxy that waits for a password; one that is down does not wait', () => {
  const may = (message: string): boolean => mayAwaitProxyLogin(new Error(message));
  expect(may('net::ERR_TUNNEL_CONNECTION_FAILED')).toBe(true);
  expect(may('net::ERR_PROXY_AUTH_UNSUPPORTED')).toBe(true);
  expect(may('net::ERR_PROXY_CONNECTION_FAILED')).toBe(false);
});

const aLookup = {
  meetingId: 'm',
  role: 'participant',
  title: 'Réunion improvisée',
  expiresAt: '2026-01-01T00:00:00.000Z',
  serverNow: '2026-01-01T00:00:00.000Z',
  full: false,
  locked: false,
  waitingRoom: false,
};

test('no network and no service are told apart', async () => {
  const fetch = async () => Promise.reject(new Error('net::ERR'));
  const at = (online: boolean) =>
    connectService({
      origin: 'https://visio.example',
      fetch,
      explainNetworkError: explainNetworkErrors(() => online),
      appVersion: '1.0.0',
    });
  expect(await at(false).discover()).toEqual({ ok: false, error: { code: 'offline' } });
  expect(await at(true).discover()).toEqual({ ok: false, error: { code: 'service-unreachable' } });
});

const behindProxy = (answers: readonly (() => Response)[], passage: Passage) => {
  let asked = 0;
  const service = connectService({
    origin: 'https://visio.example',
    fetch: async () => answers[Math.min(asked++, answers.length - 1)]?.() ?? Response.error(),
    explainNetworkError: explainNetworkErrors(() => true),
    appVersion: '1.0.0',
    passProxy: async () => passage,
  });
  return service.call('lookUp', { code: 'x' });
};
const tunnelRefused = (): Response => {
  throw new Error('net::ERR_TUNNEL_CONNECTION_FAILED');
};
const asksForPassword = () => new Response('<html>', { status: 407 });
const answersLookup = () => Response.json(aLookup);

test.each([
  ['asks in plain', asksForPassword],
  ['refuses the tunnel', tunnelRefused],
])('what a proxy that %s held back is asked once more when it has its password', async (_how, first) => {
  expect(await behindProxy([first, answersLookup], 'open')).toEqual({ ok: true, value: aLookup });
  expect(await behindProxy([first], 'refused')).toEqual({
    ok: false,
    error: { code: 'proxy-authentication' },
  });
});

test('a tunnel that was refused for another reason is a service that cannot be reached', async () => {
  expect(await behindProxy([tunnelRefused], 'closed')).toEqual({
    ok: false,
    error: { code: 'service-unreachable' },
  });
});

test('a certificate that is not trusted is said, and no proxy is asked', async () => {
  const untrusted = (): Response => {
    throw new Error('net::ERR_CERT_AUTHORITY_INVALID');
  };
  expect(await behindProxy([untrusted, answersLookup], 'open')).toEqual({
    ok: false,
    error: { code: 'certificate-untrusted' },
  });
});
