import type { RequestListener } from 'node:http';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../operation/log.ts';
import { startOidcProvider, type TestProvider } from '../testing/oidc-provider.ts';
import { connectIssuer } from './issuer.ts';
import { createTestFinder, requestWith } from './testing/finder.ts';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

let provider: TestProvider;
beforeEach(async () => {
  provider = await startOidcProvider();
});
afterEach(() => provider.stop());

const long = { seconds: 7 * 24 * 3600 };
const unavailable: RequestListener = (_request, response) => response.writeHead(502).end();
const asked = (path: string) => provider.requests.filter((one) => one === path).length;

test('a token signed by a new key is accepted at once, and the old key no longer after ten minutes', async () => {
  const { find, clock } = createTestFinder(provider);
  const old = await provider.issueToken('marie', long);
  expect(await find(old)).toContain('#marie');
  clock.now += 20 * second;
  await provider.rotateKeys();
  // Keys are asked for again because of the unknown one, and what is published holds.
  expect(await find(await provider.issueToken('paul', long))).toContain('#paul');
  expect(await find(old)).toBe('not-signed-in');
});

test('a key that is published no more is forgotten after ten minutes though nobody came with a new one', async () => {
  const { find, clock } = createTestFinder(provider);
  const old = await provider.issueToken('marie', long);
  expect(await find(old)).toContain('#marie');
  await provider.rotateKeys();
  clock.now += 9 * minute;
  expect(await find(old)).toContain('#marie');
  clock.now += minute;
  expect(await find(old)).toBe('not-signed-in');
});

test('strangers with keys of their own do not make us ask the issuer all the time', async () => {
  const { find, clock } = createTestFinder(provider);
  await find(await provider.issueToken('marie'));
  clock.now += minute;
  const forged = await Promise.all(
    Array.from({ length: 50 }, (_, n) => provider.sign(provider.claims('marie'), { kid: `forged-${n}` })),
  );
  for (const token of forged) expect(await find(token)).toBe('not-signed-in');
  expect(asked('/jwks')).toBe(2);
  expect(await find(await provider.issueToken('marie'))).toContain('#marie');
});

test('agents who come at once share one question to the issuer', async () => {
  const { find } = createTestFinder(provider);
  const token = await provider.issueToken('marie');
  const found = await Promise.all(Array.from({ length: 50 }, () => find(token)));
  expect(new Set(found)).toEqual(new Set([`${provider.issuer}#marie`]));
  expect(provider.requests).toEqual(['/.well-known/openid-configuration', '/jwks']);
});

test('while the issuer does not answer, agents are known by the keys that are there, for a day', async () => {
  const { find, clock, log } = createTestFinder(provider);
  const token = await provider.issueToken('marie', long);
  await find(token);
  provider.instead = unavailable;
  clock.now += day - minute;
  expect(await find(token)).toContain('#marie');
  // Such a key may be the issuer's new one: who knows.
  expect(await find(await provider.sign(provider.claims('marie'), { kid: 'new' }))).toBe('service-busy');
  clock.now += minute;
  expect(await find(token)).toBe('service-busy');
  expect(log()).toContain('"what":"keys"');
});

test('a service that never reached the issuer lets nobody in, says when to come back, and recovers', async () => {
  provider.instead = unavailable;
  const { find, findAgent, clock, log } = createTestFinder(provider);
  const token = await provider.issueToken('marie', long);
  const opaque = await provider.issueToken('marie', { format: 'opaque', ...long });
  const refused = await findAgent(requestWith(token));
  expect(refused).toEqual({
    ok: false,
    error: { code: 'service-busy', retryAfter: 10, ofCredentials: true },
  });
  for (let n = 0; n < 20; n += 1) expect(await find(token)).toBe('service-busy');
  expect(await find(opaque)).toBe('service-busy');
  // One question, not one for each agent.
  expect(provider.requests).toHaveLength(1);
  for (let n = 0; n < 6; n += 1) {
    expect(log().match(/"what":"discovery"/g)).toHaveLength(1);
    clock.now += 10 * second;
    expect(await find(token)).toBe('service-busy');
  }
  // A minute later the operator is told again.
  expect(log().match(/"what":"discovery"/g)).toHaveLength(2);
  provider.instead = null;
  clock.now += 10 * second;
  expect(await find(token)).toContain('#marie');
  expect(await find(opaque)).toContain('#marie');
});

test('what is known about an opaque token holds for a minute, and no longer than the token', async () => {
  const { find, clock } = createTestFinder(provider);
  const token = await provider.issueToken('marie', { format: 'opaque', ...long });
  expect(await find(token)).toContain('#marie');
  await provider.revoke(token);
  clock.now += minute - 1;
  expect(await find(token)).toContain('#marie');
  expect(asked('/token/introspection')).toBe(1);
  clock.now += 1;
  expect(await find(token)).toBe('not-signed-in');

  const short = await provider.issueToken('marie', { format: 'opaque', seconds: 20 });
  clock.now = Date.now();
  expect(await find(short)).toContain('#marie');
  clock.now += 21 * second;
  await find(short);
  expect(asked('/token/introspection')).toBe(4);
});

test('an opaque token that is void is asked about again after five seconds', async () => {
  const { find, clock } = createTestFinder(provider);
  expect(await find('void')).toBe('not-signed-in');
  clock.now += 4999;
  expect(await find('void')).toBe('not-signed-in');
  expect(asked('/token/introspection')).toBe(1);
  clock.now += 1;
  expect(await find('void')).toBe('not-signed-in');
  expect(asked('/token/introspection')).toBe(2);
});

test('opaque tokens that were asked about hold their minute while the issuer does not answer; new ones wait', async () => {
  const { find, clock, log } = createTestFinder(provider);
  const token = await provider.issueToken('marie', { format: 'opaque' });
  const other = await provider.issueToken('paul', { format: 'opaque' });
  await find(token);
  provider.instead = unavailable;
  clock.now += 30 * second;
  expect(await find(token)).toContain('#marie');
  expect(await find(other)).toBe('service-busy');
  expect(log()).not.toContain(other);
});

test('a wrong secret of the service is told to the operator, and opens nothing', async () => {
  const introspection = {
    of: 'opaque-tokens',
    clientId: provider.service.clientId,
    clientSecret: 'wrong',
  } as const;
  const { find, log } = createTestFinder(provider, { introspection });
  expect(await find(await provider.issueToken('marie', { format: 'opaque' }))).toBe('service-busy');
  expect(log()).toContain('refuses the credentials of this service');
  expect(log()).not.toContain('"wrong"');
});

/** The provider's own metadata, changed. */
const metadata = (changes: object) => ({
  issuer: provider.issuer,
  jwks_uri: `${provider.issuer}/jwks`,
  introspection_endpoint: `${provider.issuer}/token/introspection`,
  ...changes,
});
/** Answers discovery with this, and the rest as the provider does. */
function answerDiscovery(answer: RequestListener): void {
  const itself: RequestListener = (request, response) => {
    if (!request.url?.startsWith('/.well-known/')) return provider.answer(request, response);
    return answer(request, response);
  };
  provider.instead = itself;
}
const json =
  (value: () => object): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value()));

test.each<[string, RequestListener, string]>([
  ['calls itself otherwise', json(() => metadata({ issuer: 'https://other.example' })), 'OAUTH_'],
  [
    'calls itself with a slash more',
    json(() => metadata({ issuer: `${provider.issuer}/` })),
    'it calls itself',
  ],
  ['publishes no keys', json(() => metadata({ jwks_uri: undefined })), 'it publishes no keys'],
  ['publishes nothing', json(() => metadata({ jwks_uri: `${provider.issuer}/nothing` })), 'status 404'],
  [
    'publishes something else',
    json(() => metadata({ jwks_uri: `${provider.issuer}/.well-known/other` })),
    'JWKS',
  ],
  ['answers with a page', (_request, response) => response.end('<html>'), 'OAUTH_'],
  [
    'answers without end',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`{"issuer":"${'x'.repeat(300 * 1024)}`);
    },
    'too long',
  ],
  [
    'sends us elsewhere',
    (_request, response) =>
      response.writeHead(302, { location: 'http://localhost:1/.well-known/openid-configuration' }).end(),
    'redirects',
  ],
  [
    'sends us elsewhere on its own machine',
    (_request, response) => response.writeHead(302, { location: `${provider.issuer}/other` }).end(),
    'redirects',
  ],
])('nobody is let in by an issuer that %s', async (_what, answer, why) => {
  answerDiscovery(answer);
  const { find, log } = createTestFinder(provider);
  expect(await find(await provider.issueToken('marie'))).toBe('service-busy');
  expect(log()).toContain(why);
});

test('an issuer that is no OpenID provider is found where RFC 8414 says', async () => {
  answerDiscovery((request, response) => {
    if (request.url !== '/.well-known/oauth-authorization-server') return response.writeHead(404).end();
    return json(() => metadata({}))(request, response);
  });
  const { find } = createTestFinder(provider);
  expect(await find(await provider.issueToken('marie'))).toContain('#marie');
  expect(await find(await provider.issueToken('paul', { format: 'opaque' }))).toContain('#paul');
});

test.each([
  [
    'https://sso.example/jwks',
    ['https://sso.example/.well-known/openid-configuration', 'https://sso.example/jwks'],
  ],
  ['http://sso.example/jwks', ['https://sso.example/.well-known/openid-configuration']],
])('an issuer with TLS publishes its keys with TLS: %s', async (jwksUri, expected) => {
  const urls: string[] = [];
  const answers = async (url: string | URL | Request): Promise<Response> => {
    urls.push(new Request(url).url);
    return Response.json({ issuer: 'https://sso.example', jwks_uri: jwksUri, keys: [] });
  };
  const { keys } = connectIssuer(
    { issuer: 'https://sso.example', introspection: null },
    { fetch: answers, clock: Date.now, log: createLog(new PassThrough()) },
  );
  await keys.get();
  expect(urls).toEqual(expected);
});

test('what the issuer calls active is not always a token for us', async () => {
  const { find } = createTestFinder(provider);
  let answer: object = {};
  const itself: RequestListener = (request, response) =>
    request.url === '/token/introspection'
      ? json(() => answer)(request, response)
      : provider.answer(request, response);
  provider.instead = itself;
  const good = { active: true, sub: 'marie', aud: provider.audience, visio: { roles: ['agent'] } };
  answer = good;
  expect(await find('good')).toContain('#marie');
  const now = Math.floor(Date.now() / 1000);
  const changes: Readonly<Record<string, object>> = {
    inactive: { active: false },
    'for-others': { aud: 'other' },
    'for-nobody': { aud: undefined },
    'of-others': { iss: 'https://other.example' },
    expired: { exp: now - 60 },
    'no-number': { exp: 'never' },
    early: { nbf: now + 60 },
    'proved-otherwise': { token_type: 'DPoP' },
    bound: { cnf: {} },
    nobody: { sub: undefined },
  };
  for (const [token, change] of Object.entries(changes)) {
    answer = { ...good, ...change };
    expect([token, await find(token)]).toEqual([token, 'not-signed-in']);
  }
  answer = { ...good, active: 'true' };
  expect(await find('text')).toBe('service-busy');
});
