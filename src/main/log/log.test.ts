import { expect, test } from 'vitest';
import { redactAppLog as redact } from '../../shared/redaction/app-log.ts';
import { createLog } from './log.ts';

test('tokens, codes and query strings do not survive into a line', () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZ2VudC0xIn0xMjM0NTY3ODkw.c2lnbmF0dXJlLXNpZ25hdHVyZQ';
  const code = `${'a1-_'.repeat(7)}xA`;
  const line = redact(
    `could not connect to wss://m.example/rtc/v1?access_token=${jwt} or /r/${code}: ${jwt}`,
  );
  expect(line).not.toContain('eyJ');
  expect(line).not.toContain('a1-_a1-_');
  expect(line).toContain('wss://m.example/rtc/v1');
});

test('a line has its time, its level and the name of what failed', () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => new Date('2026-01-01T00:00:00Z'),
  );
  log.error('meeting:join failed', new TypeError('no such thing'));
  expect(lines).toEqual(['2026-01-01T00:00:00.000Z error meeting:join failed: TypeError: no such thing']);
});

test('what weighs less than the level that was chosen is not written', () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line.split(' ')[1] ?? ''),
    () => new Date(0),
  );
  const all = () => {
    log.error('x');
    log.warn('x');
    log.info('x');
  };
  log.setLevel('warn');
  all();
  expect(lines.splice(0)).toEqual(['error', 'warn']);
  log.setLevel('debug');
  all();
  expect(lines).toEqual(['error', 'warn', 'info']);
});

test('the help desk gets the lines that the level kept from the terminal too, redacted', () => {
  const written: string[] = [];
  const log = createLog(
    (line) => written.push(line),
    () => new Date('2026-01-01T00:00:00Z'),
  );
  log.setLevel('error');
  log.info('meeting:open: done in 70 ms');
  log.warn('could not reach https://visio.example/r/x');
  expect(written).toEqual([]);
  expect(log.recent().map(({ at, level, text }) => `${at} ${level} ${text}`)).toEqual([
    '2026-01-01T00:00:00.000Z info meeting:open: done in 70 ms',
    '2026-01-01T00:00:00.000Z warn could not reach …',
  ]);
});

test('what a page says is one line, and moves no cursor', () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => new Date('2026-01-01T00:00:00Z'),
  );
  log.warn('page: livekit \n2026-01-01T00:00:00.000Z error sign-in: forged\u001b]0;x\u0007\u001b[2J');
  log.error('page', new Error('a\r\nb'));
  log.warn('long '.repeat(10_000));
  expect(lines[0]).toBe(
    '2026-01-01T00:00:00.000Z warn page: livekit 2026-01-01T00:00:00.000Z error sign-in: forged]0;x[2J',
  );
  expect(lines[1]).toBe('2026-01-01T00:00:00.000Z error page: Error: a b');
  expect(lines[2]?.length).toBeLessThan(2100);
});
