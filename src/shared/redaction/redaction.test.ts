import { expect, test } from 'vitest';
import { redactAppLog } from './app-log.ts';
import { redactPageLog } from './page-log.ts';
import { redactReport } from './report.ts';
import { redactServiceLog } from './service-log.ts';

const all = { redactAppLog, redactPageLog, redactReport, redactServiceLog };
const [header, payload, signature] = ['eyJhbGciOiJIUzI1NiJ9', 'eyJpc3MiOiJrZXkifQ', 'c2lnbmF0dXJl-_9'];
const secrets = [
  ['a JWT', [header, payload, signature].join('.')],
  ['a JWT that was cut', `${header}.${payload}`],
  ['an encrypted JWT', [header, 'Y2xl', 'aXY', 'dGV4dA', 'dGFn'].join('.')],
  ['what stands behind « Bearer »', 'Bearer abc.def~1'],
  ['the token in LiveKit’s address', `wss://media.example/rtc/v1?access_token=${header}.${payload}.x&auto=1`],
] as const;

test.each(
  Object.entries(all).flatMap(([name, redact]) =>
    secrets.map(([what, secret]) => ({ name, what, redact, secret })),
  ),
)('$name leaves nothing of $what, whatever stands around it', ({ redact, secret }) => {
  const parts = secret.match(/[\w-]{3,}/g)?.filter((part) => !told.has(part)) ?? [];
  for (const text of [
    secret,
    `failed: ${secret}`,
    `"${secret}"`,
    `{\\"x\\":\\"${secret}\\"}`,
    `(${secret}) at x`,
  ]) {
    const left = redact(text);
    expect(left).toContain('…');
    expect(parts.filter((part) => left.includes(part))).toEqual([]);
  }
});

const code = 'K7q2FdXa9Lm3Zp8Rt5Vw1Yb6Nc4Hg0';

test.each(
  Object.entries({ redactAppLog, redactReport, redactServiceLog }).flatMap(([name, redact]) =>
    [
      ['a code', `${code}-${header}`],
      ['the beginning of a code', `${code.slice(0, 20)}-eyJ${code.slice(0, 6)}`],
      ['a key', `${code.slice(0, 20)}-eyJ-${code}.${payload}`],
      ['a token that was cut', `${code.slice(0, 9)}-${header}`],
    ].map(([what, secret = '']) => ({ name, what, redact, secret })),
  ),
)('$name leaves nothing of $what in which there is what begins a JWT', ({ redact, secret }) => {
  for (const text of [secret, `failed: ${secret}`, `"${secret}"`])
    expect(redact(text)).not.toMatch(/K7q|eyJ/);
});

/** No secret: what a log may tell of an address. */
const told = new Set(['Bearer', 'wss', 'media', 'example', 'rtc', 'access_token', 'auto']);
