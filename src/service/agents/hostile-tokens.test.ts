import { CompactSign, generateKeyPair, exportJWK } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOidcProvider, type TestProvider } from '../testing/oidc-provider.ts';
import { createTestFinder, type TestFinder } from './testing/finder.ts';

let provider: TestProvider;
let finder: TestFinder;
beforeAll(async () => {
  provider = await startOidcProvider();
  finder = createTestFinder(provider);
});
afterAll(() => provider.stop());

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(finder.clock.now / 1000);
const altered = (changes: object) => () => provider.sign({ ...provider.claims('marie'), ...changes });
const withHeader = (changes: object) => () => provider.sign(provider.claims('marie'), changes);
const keyId = async () => {
  const [header = ''] = (await provider.issueToken('marie')).split('.');
  return (JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string }).kid;
};
async function signedWith(key: Parameters<CompactSign['sign']>[0], header: { alg: string }): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(provider.claims('marie'))))
    .setProtectedHeader({ typ: 'at+jwt', kid: await keyId(), ...header })
    .sign(key);
}
const strangersKey = async () => generateKeyPair('RS256', { extractable: true });

test('what the list below alters is a token that is accepted', async () => {
  expect(await finder.find(await altered({})())).toBe(`${provider.issuer}#marie`);
  expect(await finder.find(await altered({ aud: ['other', provider.audience] })())).toContain('#marie');
  // The clocks of two machines differ.
  expect(await finder.find(await altered({ exp: now() - 25, nbf: now() + 25 })())).toContain('#marie');
});

test.each<[string, () => string | Promise<string>]>([
  [
    'no signature, alg none',
    () => `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode(provider.claims('marie'))}.`,
  ],
  [
    'alg none in capitals',
    () => `${encode({ alg: 'NONE', typ: 'at+jwt' })}.${encode(provider.claims('marie'))}.`,
  ],
  [
    'HS256 with the public key as the secret',
    () => signedWith(Buffer.from(provider.publicKey()), { alg: 'HS256' }),
  ],
  [
    'a key of a stranger under our id',
    async () => signedWith((await strangersKey()).privateKey, { alg: 'RS256' }),
  ],
  [
    'a key of a stranger that it brings along',
    async () => {
      const { privateKey, publicKey } = await strangersKey();
      const header = {
        alg: 'RS256',
        kid: 'mine',
        jwk: await exportJWK(publicKey),
        jku: 'http://127.0.0.1:1/jwks',
      };
      return signedWith(privateKey, header);
    },
  ],
  ['a key that nobody has', withHeader({ kid: 'unknown' })],
  ['another audience', () => provider.issueToken('marie', { audience: 'https://other.example' })],
  [
    'another audience, opaque',
    () => provider.issueToken('marie', { audience: 'https://other.example', format: 'opaque' }),
  ],
  ['an audience that begins like ours', altered({ aud: 'https://visio.example.other.example' })],
  ['no audience', altered({ aud: undefined })],
  ['another issuer', altered({ iss: 'https://other.example' })],
  ['our issuer with a slash more', () => altered({ iss: `${provider.issuer}/` })()],
  ['no issuer', altered({ iss: undefined })],
  ['expired', altered({ exp: 1 })],
  ['expired for longer than clocks may differ', () => altered({ exp: now() - 31 })()],
  ['no end', altered({ exp: undefined })],
  ['an end that is no number', altered({ exp: '9999999999' })],
  ['not yet valid', () => altered({ nbf: now() + 60 })()],
  ['nobody', altered({ sub: undefined })],
  ['an empty subject', altered({ sub: '' })],
  ['a subject that is a number', altered({ sub: 7 })],
  ['a subject without end', altered({ sub: 'x'.repeat(256) })],
  ['no id of its own', altered({ jti: undefined })],
  ['bound to a key', altered({ cnf: { jkt: 'x' } })],
  ['the ID token', () => provider.issueIdToken('marie')],
  ['an ID token for our audience', withHeader({ typ: 'JWT' })],
  ['no type', withHeader({ typ: undefined })],
  ['a logout token', withHeader({ typ: 'logout+jwt' })],
  ['an extension that we do not know', withHeader({ crit: ['strange'], strange: 1 })],
  ['claims that are a list', () => provider.sign('[]')],
  ['claims that are nothing', () => provider.sign('null')],
  ['claims that are no JSON', () => provider.sign('{"sub":')],
  ['cut in the signature', async () => (await altered({})()).slice(0, -10)],
  ['cut in the claims', async () => (await altered({})()).slice(0, 150)],
  ['without its signature', async () => (await altered({})()).replace(/[^.]+$/, '')],
  [
    'a letter of the claims changed',
    async () => {
      const [header, claims = '', signature] = (await altered({})()).split('.');
      return [header, claims.replace(/^./, 'f'), signature].join('.');
    },
  ],
  ['100 kB', () => 'x'.repeat(100_000)],
  ['100 kB, well signed', altered({ filling: 'x'.repeat(100_000) })],
  ['dots', () => '..'],
  ['four dots', () => '....'],
  ['nothing', () => ''],
  ['two tokens', async () => `${await altered({})()}, ${await altered({})()}`],
  ['a form field', async () => `x&token=${await altered({})()}`],
])('not signed in: %s', async (_what, make) => {
  expect(await finder.find(await make())).toBe('not-signed-in');
});

test('nothing of a token is in the log', async () => {
  await finder.find(await altered({ exp: 1 })());
  await finder.find('abcdefgh.opaque');
  expect(finder.log()).toBe('');
});
