import { expect, test } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { checkIdTokenTimes } from './id-token-times.ts';

const at = Date.parse('2026-11-30T12:00:00Z');
const iat = at / 1000;
const minute = 60_000;
const token = { iat, exp: iat + 300, nbf: iat };

test.each([0, 6 * minute, 70 * minute, -2 * minute, 1e13])(
  'a token of this moment holds by the provider’s clock, %i ms beside this computer’s',
  (ahead) => expect(checkIdTokenTimes(token, { here: at + ahead, provider: at })).toEqual(ok()),
);

test.each([
  ['is over', { ...token, exp: iat - 31 }],
  ['does not hold yet', { ...token, nbf: iat + 31 }],
])('a token that %s by the provider’s own clock is the provider’s fault', (_what, wrong) => {
  for (const here of [at, at + 70 * minute])
    expect(checkIdTokenTimes(wrong, { here, provider: at })).toEqual(err('sign-in-answer-wrong'));
});

test.each([
  [70 * minute, token],
  [-2 * minute, token],
  [-2 * minute, { ...token, nbf: iat }],
])(
  'without the provider’s clock a computer that is %i ms ahead is told so, where it matters',
  (ahead, given) => {
    expect(checkIdTokenTimes(given, { here: at + ahead, provider: null })).toEqual(
      err({ clockAheadMs: ahead }),
    );
  },
);

test('without the provider’s clock what holds here is taken, and what never held is the provider’s fault', () => {
  expect(checkIdTokenTimes(token, { here: at + minute, provider: null })).toEqual(ok());
  expect(checkIdTokenTimes({ iat, exp: iat - 60 }, { here: at, provider: null })).toEqual(
    err('sign-in-answer-wrong'),
  );
  expect(checkIdTokenTimes({ iat, exp: iat - 60 }, { here: at + 70 * minute, provider: null })).toEqual(
    err('sign-in-answer-wrong'),
  );
});
