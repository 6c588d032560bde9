import { expect, test } from 'vitest';
import { readInstant, writeInstant } from './instant.ts';

test('a time is read as it is written, and in no other way', () => {
  const at = Date.parse('2026-11-22T09:00:00.012Z');
  expect(writeInstant(at)).toBe('2026-11-22T09:00:00.012Z');
  expect(readInstant(writeInstant(at))).toBe(at);
  for (const other of [
    '2026-11-22T09:00:00Z',
    '2026-11-22T10:00:00.012+01:00',
    '2026-11-22 09:00:00.012Z',
    '2026-02-30T09:00:00.012Z',
    '2026-13-01T09:00:00.012Z',
    '',
    'now',
    at,
    null,
    undefined,
  ])
    expect(readInstant(other)).toBeNull();
});
