import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedaction } from './redaction.ts';

const known = { people: ['Marie Gérard', 'mgerard'], computers: ['srv-proxy'] };
const clean = createRedaction(known);

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('');
const base64url = (minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength });
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: length, maxLength: length });
const group = fc.integer({ min: 0, max: 255 });
const label = fc.stringMatching(/^[a-z]([a-z0-9]{0,10}[a-z0-9])?$/);
const host = fc
  .tuple(label, label, fc.constantFrom('fr', 'example', 'lan', 'internal'))
  .map((parts) => parts.join('.'));

/** Each as [what stands in a text, what of it must not be left]. */
const code = fc.tuple(base64url(29), fc.constantFrom('A', 'Q', 'g', 'w')).map((parts) => parts.join(''));
const secret = fc.oneof(
  // One in 400 codes has letters alone; those that are written as words are, one in 100,000, are taken for one.
  code.filter((text) => /\d/.test(text)),
  fc.tuple(base64url(20, 60), base64url(20, 200), base64url(43)).map((parts) => `eyJ${parts.join('.')}`),
  base64url(43, 120).filter((text) => /\d/.test(text)),
  fc
    .tuple(digits(3), digits(3), digits(4), fc.constantFrom('', ' ', '\u00a0', '-', '.'))
    .map(([a, b, c, between]) => [a, b, c].join(between)),
  fc
    .tuple(digits(1), fc.array(digits(2), { minLength: 4, maxLength: 4 }))
    .map(([a, rest]) => `+33 ${a} ${rest.join(' ')}`),
  fc.tuple(group, group, group, group).map((parts) => parts.join('.')),
  fc.ipV6().filter((text) => text.length > 3),
  host,
  fc.tuple(label, host).map((parts) => parts.join('@')),
  fc
    .tuple(fc.constantFrom('https', 'wss', 'visio-agents', 'HTTP'), host, code)
    .map(([scheme, at, end]) => `${scheme}://${at}/r/${end}`),
  fc
    .tuple(fc.constantFrom('/home/', '/Users/', 'C:\\Users\\'), label, label)
    .map(([a, b, c]) => `${a}${b}/${c}`),
  fc.constantFrom(
    'Marie Gérard',
    'marie',
    'GERARD',
    'Ge\u0301rard',
    'Marie  Gérard',
    'mgerard',
    'srv-proxy',
    'SRV-PROXY:3128',
  ),
);
const before = fc.constantFrom(
  '',
  'failed: ',
  '(',
  '"',
  "'",
  '[',
  '- ',
  'to ',
  '= ',
  '\u200b',
  'à ',
  '…',
  ', ',
  '\n',
);
const after = fc.constantFrom(
  '',
  ' failed',
  ')',
  '"',
  "'",
  ']',
  ', ',
  '. ',
  ': x',
  '\n',
  '\u202e',
  '…',
  ' 3',
);

test('no secret, address or known name is left, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(before, secret, after), { minLength: 1, maxLength: 4 }), (parts) => {
      const text = parts.map((part) => part.join('')).join(' ');
      for (const told of [clean.text(text), clean.label(text)])
        expect(parts.filter(([, canary]) => told.includes(canary)).map(([, canary]) => canary)).toEqual([]);
    }),
    { numRuns: 100_000 },
  );
});

test('what was cleaned stays as it is when it is cleaned again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(secret, before, after, fc.string({ unit: 'binary' })), { maxLength: 6 }),
      (parts) => {
        const once = clean.text(parts.join(' '));
        expect(clean.text(once)).toBe(once);
      },
    ),
    { numRuns: 50_000 },
  );
});

test('a text that is made to be slow is not', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        'a',
        '1',
        'a.',
        '1.',
        ':',
        'a:',
        '/a',
        'a@',
        '0 ',
        '-',
        "'",
        '\\',
        'eyJ',
        '?',
        '…',
        'é',
        'A ',
        '%',
        '1-',
      ),
      fc.constantFrom('a', '1', 'a.', '1.', ':', '/', '@', ' ', '-', "'", '\\', 'é', 'A '),
      fc.integer({ min: 0, max: 3 }),
      (unit, other, every) => {
        const text = Array.from({ length: 3000 }, (_, at) =>
          every > 0 && at % (every + 1) === 0 ? other : unit,
        ).join('');
        const began = performance.now();
        clean.label(text);
        // Milliseconds here; a quadratic pattern needs none of this to be seen, an exponential one never ends.
        expect(performance.now() - began).toBeLessThan(1000);
      },
    ),
    { numRuns: 2000 },
  );
});

test('nothing that is not seen, and no second line, is left of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(clean.text(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(clean.text(text).length).toBeLessThanOrEqual(301);
    }),
    { numRuns: 50_000 },
  );
});
