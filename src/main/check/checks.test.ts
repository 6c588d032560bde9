import { expect, test } from 'vitest';
import { discovery } from '../../shared/discovery.ts';
import { resolveSettings, type SettingsLayer } from '../../shared/settings/resolve-settings.ts';
import { err, ok } from '../../shared/result.ts';
import { runChecks, type CheckDeps } from './checks.ts';
import type { Check } from './check-report.ts';

const found = discovery.parse({
  api: { version: 1, minimumApp: '0.1.0' },
  livekitUrl: 'wss://media.example',
  webClient: false,
  signIn: { issuer: 'https://sso.example/realm', clientId: 'app', scopes: ['openid'], resource: null },
  limits: { maxParticipants: 100, maxMinutes: 280 },
  telephone: false,
  brand: { state: false, organisation: '', service: '' },
  helpDesk: {},
  links: {},
  notice: null,
  desktop: null,
});
const managed: SettingsLayer = { source: 'machine-policy', values: { server: 'https://visio.example' } };

async function check(different: Partial<CheckDeps> = {}): Promise<Record<string, Omit<Check, 'name'>>> {
  const told: Record<string, Omit<Check, 'name'>> = {};
  const deps: CheckDeps = {
    folder: { path: '/home/x/app', trouble: null },
    settings: resolveSettings([managed]),
    service: { discover: async () => ok(found) },
    resolveProxy: async () => 'PROXY proxy.example:3128',
    fetch: async (url) =>
      url === 'https://sso.example/realm/.well-known/openid-configuration'
        ? Response.json({ issuer: 'https://sso.example/realm' })
        : new Response('OK'),
    isOnline: () => true,
    credentials: { read: async () => ok('a secret') },
    now: () => 0,
    ...different,
  };
  await runChecks(deps, ({ name, ...rest }) => (told[name] = rest));
  return told;
}

test('when all is well each is told with what it looked at, and nothing of what the keychain holds', async () => {
  const told = await check();
  expect(told).toEqual({
    folder: { ok: true, ms: 0 },
    policies: { ok: true, ms: 0 },
    server: { ok: true, ms: 0, detail: 'https://visio.example' },
    proxy: { ok: true, ms: 0, detail: 'PROXY proxy.example:3128' },
    service: { ok: true, ms: 0 },
    media: { ok: true, ms: 0, detail: 'https://media.example' },
    signIn: { ok: true, ms: 0, detail: 'https://sso.example/realm' },
    keychain: { ok: true, ms: 0 },
  });
  expect(JSON.stringify(told)).not.toContain('secret');
});

test('without a service there is nothing to ask the network', async () => {
  const told = await check({ settings: resolveSettings([]) });
  expect(told['server']).toMatchObject({ ok: false, failure: 'no-server' });
  expect(Object.keys(told).toSorted()).toEqual(['folder', 'keychain', 'policies', 'server']);
});

test('a service that cannot be had says why, and what it would have named is left out', async () => {
  const service = { discover: async () => err({ code: 'certificate-untrusted' as const }) };
  const told = await check({ service });
  expect(told['service']).toMatchObject({ ok: false, failure: 'certificate-untrusted' });
  expect(told).not.toHaveProperty('media');
});

test.each([
  ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate-untrusted', 'certificate-untrusted'],
  ['net::ERR_CONNECTION_REFUSED', 'media-unreachable', 'sign-in-unreachable'],
  ['net::ERR_PROXY_AUTH_UNSUPPORTED', 'proxy-authentication', 'proxy-authentication'],
])('%s is told of media and sign-in alike', async (message, media, signIn) => {
  const fetch = async (): Promise<Response> => Promise.reject(new Error(message));
  const told = await check({ fetch });
  expect(told['media']).toMatchObject({ ok: false, failure: media });
  expect(told['signIn']).toMatchObject({ ok: false, failure: signIn });
});

test('a page in the place of the issuer is no issuer, and a proxy that asks is named', async () => {
  const portal = await check({ fetch: async () => new Response('<html>') });
  expect(portal['signIn']).toMatchObject({ ok: false, failure: 'sign-in-answer-wrong' });
  const away = await check({ fetch: async () => new Response('<html>', { status: 502 }) });
  expect(away['signIn']).toMatchObject({ ok: false, failure: 'sign-in-unreachable' });
  const asking = await check({ fetch: async () => new Response('', { status: 407 }) });
  expect(asking['media']).toMatchObject({ ok: false, failure: 'proxy-authentication' });
  expect(asking['signIn']).toMatchObject({ ok: false, failure: 'proxy-authentication' });
});

test.each([
  ...[502, 503, 504].map((status) => [status, 'media-unreachable'] as const),
  ...[500, 501, 505].map((status) => [status, 'media-error'] as const),
])('a media server of which %i is heard is told as %s', async (status, failure) => {
  const told = await check({ fetch: async () => new Response('<html>', { status }) });
  expect(told['media']).toMatchObject({ ok: false, failure });
});

test('an issuer that says all the same elsewhere, or never comes to an end, is none: signing in would not follow', async () => {
  const redirects = new Set<unknown>();
  const fetch = async (_url: string, { redirect }: RequestInit): Promise<Response> => {
    redirects.add(redirect);
    return new Response(
      new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100_000).fill(32)) }),
    );
  };
  expect((await check({ fetch }))['signIn']).toMatchObject({ ok: false, failure: 'sign-in-answer-wrong' });
  expect([...redirects]).toEqual(['manual']);
});

test('a service that wants tokens of another one is told to, and the issuer is not asked', async () => {
  const signIn = { ...found.signIn, resource: 'https://real.example' } as NonNullable<typeof found.signIn>;
  const told = await check({ service: { discover: async () => ok({ ...found, signIn }) } });
  expect(told['signIn']).toMatchObject({
    ok: false,
    failure: 'sign-in-for-another',
    detail: 'https://real.example',
  });
});

test('what is wrong with a policy fails, what is wrong with a file of the user does not', async () => {
  const broken = resolveSettings([{ source: 'machine-policy', values: { language: 'de' } }]);
  expect((await check({ settings: broken }))['policies']).toEqual({
    ok: false,
    failure: 'policy-problem',
    detail: 'language: wrong-value',
    ms: 0,
  });
  const users = resolveSettings([managed, { source: 'user', values: { language: 'de' } }]);
  expect((await check({ settings: users }))['policies']).toMatchObject({ ok: true });
});

test('a keychain that is locked is told as it is', async () => {
  const told = await check({ credentials: { read: async () => err('keychain-locked') } });
  expect(told['keychain']).toMatchObject({ ok: false, failure: 'keychain-locked' });
});

test('a folder in which nothing can be kept is named with what is in the way, and the rest is looked at', async () => {
  const told = await check({ folder: { path: '/home/x/app', trouble: 'EACCES' } });
  expect(told['folder']).toMatchObject({
    ok: false,
    failure: 'folder-unwritable',
    detail: '/home/x/app: EACCES',
  });
  expect(told['service']).toMatchObject({ ok: true });
});
