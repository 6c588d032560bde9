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

/** No secret: what a log may tell of an address. */
const told = new Set(['Bearer', 'wss', 'media', 'example', 'rtc', 'access_token', 'auto']);
