import { getLogger, LoggerNames } from 'livekit-client';
import { expect, test } from 'vitest';
import { redactPageLog as redact } from '../shared/redaction/page-log.ts';
import { quietLog } from './quiet-log.ts';

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJrZXkifQ.c2lnbmF0dXJl-_9';

test.each([
  `wss://media.example/rtc/v1?access_token=${token}&auto_subscribe=1`,
  `could not establish signal connection: invalid token: ${token}, error: expired`,
  `{"token":"${token}"}`,
])('no token survives in %s', (message) => {
  const redacted = redact(message);
  expect(redacted).not.toContain(token);
  expect(redacted).not.toContain('c2lnbmF0dXJl');
});

test('what livekit-client logs reaches the console redacted and without its objects', () => {
  const printed: string[] = [];
  quietLog((level, message) => printed.push(`${level} ${message}`));
  for (const name of Object.values(LoggerNames)) {
    getLogger(name).warn(`reconnecting with ${token}`, { error: new Error(token) });
    getLogger(name).info(`connected with ${token}`);
  }
  expect(new Set(printed)).toEqual(new Set(['warn reconnecting with …']));
  expect(printed).toHaveLength(Object.values(LoggerNames).length);
});
