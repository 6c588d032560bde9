import { expect, test } from 'vitest';
import { hasAudience } from './access-token-audience.ts';

const jwt = (claims: unknown): string =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
const own = 'https://visio.example';

test.each([
  ['its audience', jwt({ aud: own }), true],
  ['one of its audiences', jwt({ aud: ['other', own] }), true],
  ['another audience', jwt({ aud: 'https://real.example' }), false],
  ['other audiences', jwt({ aud: ['account'] }), false],
  ['no audience', jwt({}), false],
  ['claims that are none', jwt(null), false],
  ['no claims that can be read', 'e30.e30e30!.c2ln', true],
  ['nothing that can be read', 'opaque', true],
])('a token with %s is for the service: %s', (_what, given, expected) => {
  expect(hasAudience(own, given)).toBe(expected);
  expect(hasAudience(null, given)).toBe(true);
});
