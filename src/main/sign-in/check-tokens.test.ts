import { expect, test } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { isFor, checkTimes } from './check-tokens.ts';

const at = Date.parse('2026-11-30T12:00:00Z');
const iat = at / 1000;
const minute = 60_000;
const token = { iat, exp: iat + 300, nbf: iat };

test.each([0, 6 * minute, 70 * minute, -2 * minute, 1e13])(
  'a token of this moment holds by the provider’s clock, %i ms beside this computer’s',
  (ahead) => expect(checkTimes(token, { here: at + ahead, provider: at })).toEqual(ok()),
);

test.each([
  ['is over', { ...token, exp: iat - 31 }],
  ['does not hold yet', { ...token, nbf: iat + 31 }],
])('a token that %s by the provider’s own clock is the provider’s fault', (_what, wrong) => {
  for (const here of [at, at + 70 * minute])
    expect(checkTimes(wrong, { here, provider: at })).toEqual(err('sign-in-answer-wrong'));
});

test.each([
  [70 * minute, token],
  [-2 * minute, token],
  [-2 * minute, { ...token, nbf: iat }],
])(
  'without the provider’s clock a computer that is %i ms ahead is told so, where it matters',
  (ahead, given) => {
    expect(checkTimes(given, { here: at + ahead, provider: null })).toEqual(err({ clockAheadMs: ahead }));
  },
);

test('without the provider’s clock what holds here is taken, and what never held is the provider’s fault', () => {
  expect(checkTimes(token, { here: at + minute, provider: null })).toEqual(ok());
  expect(checkTimes({ iat, exp: iat - 60 }, { here: at, provider: null })).toEqual(
    err('sign-in-answer-wrong'),
  );
  expect(checkTimes({ iat, exp: iat - 60 }, { here: at + 70 * minute, provider: null })).toEqual(
    err('sign-in-answer-wrong'),
  );
});

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
  expect(isFor(own, given)).toBe(expected);
  expect(isFor(null, given)).toBe(true);
});
