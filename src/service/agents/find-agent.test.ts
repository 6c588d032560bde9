import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOidcProvider, type TestProvider } from '../testing/oidc-provider.ts';
import { findAgentIfAny } from './find-agent.ts';
import { createTestFinder, requestWith } from './testing/finder.ts';

let provider: TestProvider;
beforeAll(async () => {
  provider = await startOidcProvider();
});
afterAll(() => provider.stop());

test.each(['jwt', 'opaque'] as const)(
  'an agent who signed in is known by their %s access token',
  async (format) => {
    const { findAgent } = createTestFinder(provider);
    const found = await findAgent(requestWith(await provider.issueToken('marie', { format })));
    expect(found).toEqual({
      ok: true,
      value: { id: `${provider.issuer}#marie`, displayName: 'Marie Gérard' },
    });
  },
);

test.each(['jwt', 'opaque'] as const)(
  'who has an account and is no agent is told so (%s)',
  async (format) => {
    const { find } = createTestFinder(provider);
    expect(await find(await provider.issueToken('camille', { format }))).toBe('not-an-agent');
  },
);

test('without a rule everybody who has an account is an agent', async () => {
  const { find } = createTestFinder(provider, { rule: null });
  expect(await find(await provider.issueToken('camille'))).toBe(`${provider.issuer}#camille`);
});

test('a program that got a token for itself is no agent, whatever the rule', async () => {
  const { find } = createTestFinder(provider, { rule: null });
  const claims = { ...provider.claims('marie'), sub: provider.clientId };
  expect(await find(await provider.sign(claims))).toBe('not-an-agent');
  // As issuers write it that follow OpenID Connect's older name for the client.
  const older = { ...claims, client_id: undefined, azp: provider.clientId };
  expect(await find(await provider.sign(older))).toBe('not-an-agent');
});

test('a token ends by the clock of the service, half a minute late at most', async () => {
  const { find, clock } = createTestFinder(provider);
  const { exp } = provider.claims('marie') as { exp: number };
  const token = await provider.sign({ ...provider.claims('marie'), exp });
  clock.now = (exp + 29) * 1000;
  expect(await find(token)).toContain('#marie');
  clock.now = (exp + 30) * 1000;
  expect(await find(token)).toBe('not-signed-in');
});

test('the issuer is asked about no token that the service can read itself', async () => {
  const { find } = createTestFinder(provider);
  provider.requests.length = 0;
  for (let n = 0; n < 5; n += 1) await find(await provider.issueToken('marie'));
  expect(provider.requests).toEqual(['/.well-known/openid-configuration', '/jwks']);
});

test('where every token has to be asked about, none is believed by its signature', async () => {
  const { find } = createTestFinder(provider, { introspection: { of: 'every-token', ...provider.service } });
  // This issuer refuses to look at its own JWTs; an operator of such an issuer asks about opaque ones.
  expect(await find(await provider.issueToken('marie'))).toBe('not-signed-in');
  expect(await find(await provider.issueToken('marie', { format: 'opaque' }))).toBe(
    `${provider.issuer}#marie`,
  );
});

test('without introspection an opaque token is no token, and the issuer does not hear of it', async () => {
  const { find } = createTestFinder(provider, { introspection: null });
  provider.requests.length = 0;
  expect(await find(await provider.issueToken('marie', { format: 'opaque' }))).toBe('not-signed-in');
  expect(provider.requests).not.toContain('/token/introspection');
});

test('a token may be left out where a guest may come, but not be wrong', async () => {
  const { findAgent } = createTestFinder(provider);
  const find = findAgentIfAny(findAgent);
  expect(await find({ raw: { rawHeaders: [] } } as never)).toEqual({ ok: true, value: null });
  expect(await find(requestWith(await provider.issueToken('camille')))).toEqual({ ok: true, value: null });
  expect(await find(requestWith(await provider.issueToken('marie')))).toMatchObject({
    value: { displayName: 'Marie Gérard' },
  });
  expect(await find(requestWith('wrong'))).toMatchObject({ ok: false, error: { code: 'not-signed-in' } });
});

test('of two Authorization headers neither is believed', async () => {
  const { findAgent } = createTestFinder(provider);
  const app = fastify();
  app.get('/', async (asked) => findAgent(asked));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const good = `Bearer ${await provider.issueToken('marie')}`;
  const ask = async (authorization: string[]) => {
    const asked = request({ host: '127.0.0.1', port, headers: { authorization: authorization as never } });
    const [answer] = (await once(asked.end(), 'response')) as [NodeJS.ReadableStream];
    return JSON.parse((await buffer(answer)).toString()) as { ok: boolean };
  };
  expect(await ask([good])).toMatchObject({ ok: true });
  expect(await ask([good, good])).toMatchObject({ ok: false });
  expect(await ask([good, 'Bearer other'])).toMatchObject({ ok: false });
  await app.close();
});
