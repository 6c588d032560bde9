import { expect, test, vi } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { connectIdentityProvider } from './identity-provider.ts';

const attempt = { state: 'state', nonce: 'nonce', verifier: 'verifier' };
const redirectUri = 'http://127.0.0.1:1234/callback';

/** `answers` by path; what is not there is a page that is missing. */
function provider(issuer: string, metadata: object, answers: Readonly<Record<string, () => Response>> = {}) {
  const asked: string[] = [];
  const allow = vi.fn();
  const connected = connectIdentityProvider({
    issuer: { issuer, clientId: 'app', scopes: ['openid'], resource: null },
    async fetch(address) {
      const path = new URL(address).pathname;
      asked.push(path);
      if (path === '/.well-known/openid-configuration')
        return Response.json({ issuer, response_types_supported: ['code'], ...metadata });
      return answers[path]?.() ?? new Response('', { status: 404 });
    },
    allow,
    now: () => 0,
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
  expect(await begin(redirectUri, attempt)).toEqual(err('sign-in-unreachable'));
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
  expect(await refresh('former')).toMatchObject(ok({ refreshToken: 'next', name: '' }));
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
  expect(await refresh('former')).toEqual(err('sign-in-unreachable'));
});
