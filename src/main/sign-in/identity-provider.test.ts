import { afterEach, expect, test, vi } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { wallClock } from '../clocks.ts';
import { connectIdentityProvider } from './identity-provider.ts';

const attempt = { state: 'state', nonce: 'nonce', verifier: 'verifier' };
const redirectUri = 'http://127.0.0.1:1234/callback';

/** `answers` by path; what is not there is a page that is missing. */
function provider(
  issuer: string,
  metadata: object,
  answers: Readonly<Record<string, () => Response>> = {},
  resource: string | null = null,
) {
  const asked: string[] = [];
  const allow = vi.fn();
  const connected = connectIdentityProvider({
    issuer: { issuer, clientId: 'app', scopes: ['openid'], resource },
    async fetch(address) {
      const path = new URL(address).pathname;
      asked.push(path);
      if (path === '/.well-known/openid-configuration')
        return Response.json({ issuer, response_types_supported: ['code'], ...metadata });
      return answers[path]?.() ?? new Response('', { status: 404 });
    },
    allow,
    now: () => 0,
    wallClock,
  });
  return { ...connected, asked, allow };
}
const endpoints = (at: string) => ({
  authorization_endpoint: `${at}/auth`,
  token_endpoint: `${at}/token`,
  userinfo_endpoint: `${at}/me`,
});
/** Nobody checks the signature of a token that came straight from its issuer. */
const idToken = (claims: object): string =>
  [{ alg: 'RS256' }, claims, 'signature']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

test('an issuer on this machine may do without TLS', async () => {
  const local = 'http://127.0.0.1:4000';
  const begun = await provider(local, endpoints(local)).begin(redirectUri, attempt);
  expect(begun).toMatchObject(ok({ origin: local, pathname: '/auth' }));
});

test.each([
  ['authorization_endpoint', 'file:///usr/bin/program'],
  ['authorization_endpoint', 'ms-settings:camera'],
  ['authorization_endpoint', 'http://sso.example/auth'],
  ['token_endpoint', 'http://sso.example/token'],
  ['userinfo_endpoint', 'http://sso.example/me'],
])('an issuer on this machine sends nobody to the %s %s', async (name, address) => {
  const local = 'http://127.0.0.1:4000';
  const { begin, allow } = provider(local, { ...endpoints(local), [name]: address });
  expect(await begin(redirectUri, attempt)).toEqual(err('sign-in-answer-wrong'));
  expect(allow.mock.calls).toEqual([[local]]);
});

const sso = 'https://sso.example';

test('a refreshed token is handed on without another question to the provider', async () => {
  const claims = { iss: sso, aud: 'app', sub: 'marie', iat: 0, exp: 9_999_999_999 };
  const { refresh, asked } = provider(sso, endpoints(sso), {
    '/token': () =>
      Response.json({
        access_token: 'access',
        token_type: 'bearer',
        refresh_token: 'next',
        id_token: idToken(claims),
      }),
  });
  expect(await refresh('former')).toMatchObject({
    rotated: 'next',
    tokens: ok({ refreshToken: 'next', name: '' }),
  });
  expect(asked).toEqual(['/.well-known/openid-configuration', '/token']);
});

test('an answer of the provider that never ends is given up', async () => {
  const { refresh } = provider(sso, endpoints(sso), {
    '/token': () =>
      new Response(
        new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100_000).fill(32)) }),
        { headers: { 'content-type': 'application/json' } },
      ),
  });
  expect(await refresh('former')).toEqual({ rotated: null, tokens: err('sign-in-answer-wrong') });
});

const minutes = 60_000;
/** The provider's clock; the computer's is set by each test. */
const providerTime = Date.parse('2026-11-30T12:00:00Z');
afterEach(() => void vi.useRealTimers());

/** What a provider gives at its own time: an ID token that holds for five minutes, from now on and not before. */
function given(
  more: object = {},
  headers: Record<string, string> = { date: new Date(providerTime).toUTCString() },
) {
  const iat = providerTime / 1000;
  const claims = {
    iss: sso,
    aud: 'app',
    sub: 'marie',
    nonce: 'nonce',
    name: 'Marie',
    iat,
    nbf: iat,
    exp: iat + 300,
  };
  const answer = {
    access_token: 'access',
    token_type: 'bearer',
    expires_in: 300,
    refresh_token: 'next',
    id_token: idToken(claims),
    ...more,
  };
  return { '/token': () => Response.json(answer, { headers }), '/revoke': () => new Response('') };
}
const withRevocation = { ...endpoints(sso), revocation_endpoint: `${sso}/revoke` };
const back = new URL(`${redirectUri}?code=c&state=state`);

test.each([6, 70, 60 * 24 * 400, -2, -70, 0])(
  'a computer whose clock is %i minutes ahead signs in and refreshes: the provider’s clock counts',
  async (ahead) => {
    vi.useFakeTimers({ toFake: ['Date'], now: providerTime + ahead * minutes });
    const { redeem, refresh } = provider(sso, withRevocation, given());
    expect(await redeem(back, attempt)).toMatchObject(ok({ accessToken: 'access', expiresAt: 300_000 }));
    expect(await refresh('former')).toMatchObject({ rotated: 'next', tokens: { ok: true } });
  },
);

test.each([70, -70])(
  'a provider that does not date its answers has the clock (%i minutes) named',
  async (ahead) => {
    vi.useFakeTimers({ toFake: ['Date'], now: providerTime + ahead * minutes });
    const { redeem, refresh, asked } = provider(sso, withRevocation, given({}, {}));
    const wrong = err({ clockAheadMs: ahead * minutes });
    expect(await redeem(back, attempt)).toEqual(wrong);
    // What signed nobody in is given back.
    expect(asked.at(-1)).toBe('/revoke');
    expect(await refresh('former')).toEqual({ rotated: 'next', tokens: wrong });
  },
);

test.each([
  ['an ID token that is none', { id_token: 'x.y.z' }],
  [
    'an ID token of another issuer',
    { id_token: idToken({ iss: 'https://evil.example', aud: 'app', sub: 's', iat: 1, exp: 9e9 }) },
  ],
  ['no access token', { access_token: undefined }],
  ['an end that is no number', { expires_in: 'soon' }],
])('%s loses nobody’s session: the new refresh token is told', async (_what, more) => {
  const { refresh } = provider(sso, withRevocation, given(more));
  expect(await refresh('former')).toEqual({ rotated: 'next', tokens: err('sign-in-answer-wrong') });
});

test.each([
  ['a text', () => new Response('Bonjour'), 'sign-in-answer-wrong'],
  ['a page', () => new Response('<h1>', { status: 403 }), 'sign-in-answer-wrong'],
  [
    'its own trouble',
    () => Response.json({ error: 'server_error' }, { status: 500 }),
    'sign-in-answer-wrong',
  ],
  ['a gateway’s page', () => new Response('<h1>', { status: 504 }), 'sign-in-unreachable'],
  [
    'half an answer',
    () => new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) })),
    'sign-in-unreachable',
  ],
  [
    'nothing',
    () => {
      throw new TypeError('net::ERR_CONNECTION_REFUSED');
    },
    'sign-in-unreachable',
  ],
])('%s is told as what it is', async (_what, answer, trouble) => {
  const { refresh, redeem } = provider(sso, withRevocation, { '/token': answer });
  expect(await refresh('former')).toEqual({ rotated: null, tokens: err(trouble) });
  expect(await redeem(back, attempt)).toEqual(err(trouble));
});

test('a provider that passes over the resource it is asked for signs nobody in for a service of somebody else', async () => {
  const accessToken = idToken({ aud: 'https://real.example', iss: sso });
  const foreign = provider(sso, withRevocation, given({ access_token: accessToken }), 'https://evil.example');
  vi.useFakeTimers({ toFake: ['Date'], now: providerTime });
  expect(await foreign.redeem(back, attempt)).toEqual(err('sign-in-for-another'));
  expect(foreign.asked.at(-1)).toBe('/revoke');
  expect(await foreign.refresh('former')).toEqual({ rotated: 'next', tokens: err('sign-in-for-another') });
  const own = provider(sso, withRevocation, given({ access_token: accessToken }), 'https://real.example');
  expect(await own.redeem(back, attempt)).toMatchObject({ ok: true });
});
