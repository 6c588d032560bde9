import type { Mutation, Right } from './mutation.ts';

const add = ({ headers }: Right, more: Readonly<Record<string, string>>) => ({
  headers: { ...headers, ...more },
});

const otherHosts = [
  'elsewhere.example',
  '127.0.0.1:9',
  '127.0.0.1',
  'localhost:8080',
  '127.0.0.1:8080.elsewhere.example',
  'elsewhere@127.0.0.1:8080',
  '127.0.0.1:8080/r',
  '127.0.0.1:8080#',
  '127.0.0.1:08080x',
  '[::1]:8080',
  '',
];
/** A balancer and a collector ask under any name. */
const underAnyName = /^\/(?:healthz|readyz|metrics|livekit\/webhook)$/;

/** What stands above the body. */
export const headerMutations: Readonly<Record<string, Mutation>> = {
  'header: another host': (right, _targets, random) =>
    underAnyName.test(right.path)
      ? null
      : add(right, {
          host: random.pick(otherHosts),
          'x-forwarded-host': '127.0.0.1:8080',
          'x-original-host': '127.0.0.1:8080',
        }),
  'header: huge': (right, _targets, random) =>
    add(right, { 'x-note': 'a'.repeat(300_000 + random.int(40_000)) }),
  'header: many': (right, _targets, random) =>
    add(
      right,
      Object.fromEntries(
        Array.from({ length: 1200 + random.int(400) }, (_one, n) => [`x-note-number-${n}`, 'one']),
      ),
    ),
  'header: an expectation': (right, _targets, random) =>
    add(right, { expect: random.pick(['200-ok', '100-continue-please', 'x']) }),
  'header: another method': (right, _targets, random) =>
    right.method === 'GET'
      ? null
      : {
          ...add(right, {
            'x-http-method-override': right.method,
            'x-http-method': right.method,
            'x-method-override': right.method,
          }),
          method: random.pick(['GET', 'PATCH']),
          path: `${right.path}?_method=${right.method}`,
          body: null,
        },
  'header: no idempotency key': (right, _targets, random) =>
    right.path === '/api/v1/meetings'
      ? add(right, {
          'idempotency-key': random.pick([
            '',
            ' ',
            'a b',
            'a_b',
            'a'.repeat(65),
            '../x',
            'a,b',
            '{}',
            'a\tb',
            '\u00e9',
            '%00',
          ]),
        })
      : null,
};
