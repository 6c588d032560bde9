import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectIdentityProvider, type Attempt } from '../../src/main/sign-in/identity-provider.ts';
import { startOidcProvider, type TestProvider } from '../../src/service/testing/oidc-provider.ts';
import { walkThroughForms } from './walk-through-forms.ts';

// The app's side of OpenID Connect against a real provider, which rotates refresh tokens.

const redirectUri = 'http://127.0.0.1:45678/callback';
const attempt: Attempt = { state: 's'.repeat(43), nonce: 'n'.repeat(43), verifier: 'v'.repeat(43) };
let provider: TestProvider;
const allow = vi.fn();
const connect = (resource: string | null = provider.audience) =>
  connectIdentityProvider({
    issuer: {
      issuer: provider.issuer,
      clientId: provider.clientId,
      scopes: ['openid', 'profile', 'offline_access'],
      resource,
    },
    fetch,
    allow,
    now: () => 0,
    wallClock: Date.now,
  });
async function signIn(app: ReturnType<typeof connect>, login = 'marie') {
  const address = await app.begin(redirectUri, attempt);
  if (!address.ok) throw new Error(JSON.stringify(address.error));
  const callback = await walkThroughForms(address.value, login, redirectUri);
  return { callback, tokens: await app.redeem(callback, attempt) };
}

const refused = { rotated: null, tokens: { ok: false, error: 'sign-in-refused' } };

beforeEach(async () => {
  provider = await startOidcProvider();
  allow.mockReset();
});
afterEach(() => provider.stop());

test.each([
  ['a token that the service reads itself', () => provider.audience, 3],
  ['a token that only the issuer understands', () => null, 1],
])('an agent signs in and gets %s', async (_what, resource, parts) => {
  const { tokens } = await signIn(connect(resource()));
  if (!tokens.ok) throw new Error(JSON.stringify(tokens.error));
  expect(tokens.value).toMatchObject({ refreshToken: expect.any(String), expiresAt: expect.any(Number) });
  expect(tokens.value.accessToken.split('.')).toHaveLength(parts);
  expect(new Set(allow.mock.calls.flat())).toEqual(new Set([provider.issuer]));
});

test('the name is found where the provider tells it', async () => {
  const { tokens } = await signIn(connect(null), 'paul');
  expect(tokens).toMatchObject({ ok: true, value: { name: 'Paul Nguyễn' } });
});

test('each refresh brings a new token; the old one is refused, and with it the whole family', async () => {
  const app = connect();
  const { tokens } = await signIn(app);
  const first = (tokens.ok && tokens.value.refreshToken) || '';
  const second = await app.refresh(first);
  expect(second).toMatchObject({ rotated: expect.any(String), tokens: { ok: true } });
  expect(second.rotated).not.toBe(first);
  expect(await app.refresh(first)).toEqual(refused);
  expect(await app.refresh(second.rotated ?? '')).toEqual(refused);
});

test('a session that was signed out is refused', async () => {
  const app = connect();
  const { tokens } = await signIn(app);
  const token = (tokens.ok && tokens.value.refreshToken) || '';
  await app.revoke(token);
  expect(await app.refresh(token)).toEqual(refused);
});

type Spoil = (callback: URL) => [URL, Attempt];
test.each<[string, Spoil]>([
  ['another state', (callback) => [callback, { ...attempt, state: 'x'.repeat(43) }]],
  ['another nonce', (callback) => [callback, { ...attempt, nonce: 'x'.repeat(43) }]],
  ['another verifier', (callback) => [callback, { ...attempt, verifier: 'x'.repeat(43) }]],
  ['another issuer', (callback) => [changed(callback, 'iss', 'https://evil.example'), attempt]],
  ['another code', (callback) => [changed(callback, 'code', 'x'.repeat(43)), attempt]],
])('what comes back with %s signs nobody in', async (_what, spoil) => {
  const app = connect();
  const address = await app.begin(redirectUri, attempt);
  if (!address.ok) throw new Error(JSON.stringify(address.error));
  const callback = await walkThroughForms(address.value, 'marie', redirectUri);
  expect(await app.redeem(...spoil(callback))).toMatchObject({ ok: false });
});

test('a code is good for one sign-in', async () => {
  const app = connect();
  const { callback } = await signIn(app);
  expect(await app.redeem(callback, attempt)).toEqual({ ok: false, error: 'sign-in-refused' });
});

test.each([
  ['is away', 503, '{}', 'sign-in-unreachable'],
  ['answers with a page', 200, '<html>', 'sign-in-answer-wrong'],
  ['has trouble of its own', 500, '{"error":"server_error"}', 'sign-in-answer-wrong'],
  ['no longer knows the app', 401, '{"error":"invalid_client"}', 'sign-in-answer-wrong'],
  ['is asked too often', 429, '{"error":"slow_down"}', 'sign-in-answer-wrong'],
])('a provider that %s signs nobody out, and is asked again', async (_what, status, body, trouble) => {
  const app = connect();
  const { tokens } = await signIn(app);
  const token = (tokens.ok && tokens.value.refreshToken) || '';
  provider.instead = (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body);
  };
  expect(await app.refresh(token)).toEqual({ rotated: null, tokens: { ok: false, error: trouble } });
  provider.instead = null;
  expect(await app.refresh(token)).toMatchObject({ tokens: { ok: true } });
});

test('a provider that names another issuer than the one that was asked is not believed', async () => {
  provider.instead = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ issuer: 'https://evil.example', authorization_endpoint: 'https://evil.example/a' }),
    );
  };
  expect(await connect().begin(redirectUri, attempt)).toEqual({ ok: false, error: 'sign-in-answer-wrong' });
  expect(allow.mock.calls.flat()).toEqual([provider.issuer]);
});

const changed = (url: URL, name: string, value: string): URL => {
  const other = new URL(url);
  other.searchParams.set(name, value);
  return other;
};
