import { expect, test } from 'vitest';
import { keepRecent } from './recent-lines.ts';

test('the last 200 lines are kept, the oldest goes first', () => {
  const lines = keepRecent();
  for (let rank = 0; rank < 250; rank += 1) lines.add('2026-01-01T00:00:00.000Z', 'info', `line ${rank}`);
  expect(lines.all()).toHaveLength(200);
  expect(lines.all()[0]?.text).toBe('line 50');
  expect(lines.all().at(-1)?.text).toBe('line 249');
});

test('what comes again and again takes one line, with its last time', () => {
  const lines = keepRecent();
  lines.add('1', 'warn', 'before');
  for (const at of ['2', '3', '4']) lines.add(at, 'warn', 'service:discover: offline');
  lines.add('5', 'error', 'service:discover: offline');
  expect(lines.all().map(({ at, level, times }) => [at, level, times])).toEqual([
    ['1', 'warn', 1],
    ['4', 'warn', 3],
    ['5', 'error', 1],
  ]);
});

test('a line is redacted when it is written, and neither a long one nor a second line in it gets in', () => {
  const lines = keepRecent();
  lines.add('1', 'warn', 'could not reach https://visio.example/r/x\n2026-01-01 error made up\u202e');
  lines.add('2', 'warn', `${'a b '.repeat(500)}kJ3xV-9bQm_7TzWc2LpRf8HsYd0aNA`);
  expect(lines.all()[0]?.text).toBe('could not reach … 2026-01-01 error made up');
  expect(lines.all()[1]?.text.length).toBeLessThanOrEqual(301);
});
