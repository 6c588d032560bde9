import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { redactServiceLog as redact } from '../../shared/redaction/service-log.ts';
import { createLog } from './log.ts';

const code = 'Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA'; // 30 letters
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';

function written(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines = new PassThrough().setEncoding('utf8');
  write(createLog(lines));
  return (lines.read() as string | null) ?? '';
}

test.each([
  ['a code', code],
  ['a code of hyphens and underscores', 'A-_B-_C-_D-_E-_F-_G-_H-_I-_J-1'],
  ['a code that happens to have no digit', 'abcdefghijKLMNOPQRSTuvwxyzABCD'],
  ['a participation token', `${code}${code}AAAAAAAAAAAAAAAAAAAA`],
  ['a media token', jwt],
  ['a token that is no JWT', `Bearer abc.def~1`],
  ['a PIN', '1234567890'],
  ['a PIN as people read it', '123 456 7890'],
  ['an e-mail address', 'marie.gerard+x@ac-paris.example.fr'],
  ['an address', '203.0.113.7'],
  ['an IPv6 address', '2001:db8:1:2::7'],
  ['an address after a colon', 'client:2001:db8:1:2::7'],
  ['a mapped address', '::ffff:203.0.113.7'],
])('%s is blanked wherever it stands: in a member, a message, a stack, a cause', (_what, secret) => {
  const line = written((log) => {
    const error = new Error(`GET /r/${secret} failed`, { cause: new Error(`token "${secret}" is wrong`) });
    log.info({ where: secret, deep: { down: [`x ${secret}`] } }, `see ${secret}`);
    log.error({ err: error }, 'failed');
  });
  expect(line).not.toContain(secret.replace('Bearer ', ''));
  for (const text of line.trim().split('\n')) expect(() => JSON.parse(text) as unknown).not.toThrow();
});

test.each(['eyJaaaaa-', 'eyJ-----', 'eyJ.eyJ-', 'Bearer ', 'a@b.', '::1:', '1.', 'a-', '1234567890 '])(
  'a line of %s without end is read in a time that grows as it does',
  (piece) => {
    // Hundredths of a second; what grows with the square takes more than a minute, which no test may.
    expect(redact(piece.repeat(Math.ceil(400_000 / piece.length)))).toBeTypeOf('string');
  },
);

test('members that hold a person are blanked by their name', () => {
  const line = written((log) =>
    log.info({
      displayName: 'Marie Gérard',
      person: { displayName: 'Marie Gérard', email: 'x' },
      ip: 'fe80::1',
    }),
  );
  expect(line).not.toMatch(/Marie|fe80/);
});

test('what an operator looks for stays readable', () => {
  const room = 'va-production-0123456789abcdef0123456789abcdef';
  const error = new Error('connect ECONNREFUSED 127.0.0.1:6379');
  const line = written((log) => {
    log.info({ reference: 'K7Q-2FD', route: '/api/v1/participation/end-meeting', ms: 12, room }, 'answered');
    log.info({ url: 'http://127.0.0.1:8080' }, 'listening');
    log.warn({ why: 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' }, 'the issuer answers wrongly');
    log.error({ err: error }, 'a periodic task failed');
  });
  for (const kept of [
    'K7Q-2FD',
    '/api/v1/participation/end-meeting',
    room,
    'http://127.0.0.1:8080',
    'ECONNREFUSED',
    'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  ])
    expect(line).toContain(kept);
  expect(line).toMatch(/"time":"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/);
  expect(line).toContain('log.test.ts:');
});
