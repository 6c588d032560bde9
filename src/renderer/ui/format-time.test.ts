import { expect, test } from 'vitest';
import { formatClockTime, formatDuration } from './format-time.ts';

const minute = 60_000;

test.each([
  [280 * minute, '4 h 40', '4 h 40 min'],
  [65 * minute, '1 h 05', '1 h 05 min'],
  [120 * minute, '2 h', '2 h'],
  [59 * minute + 59_999, '59 min', '59 min'],
  [minute, '1 min', '1 min'],
  [minute - 1, "moins d'une minute", 'less than a minute'],
  [0, "moins d'une minute", 'less than a minute'],
])('%d ms is read as « %s » or "%s"', (ms, fr, en) => {
  expect(formatDuration(ms, 'fr').replaceAll('\u00a0', ' ')).toBe(fr);
  expect(formatDuration(ms, 'en').replaceAll('\u00a0', ' ')).toBe(en);
});

test('a time never breaks over two lines', () => {
  expect(formatDuration(232 * minute, 'fr')).toBe('3\u00a0h\u00a052');
  expect(formatClockTime(new Date(2026, 1, 11, 9, 5).toISOString(), 'fr')).toBe('9\u00a0h\u00a005');
});

test('an English reader sees the usual clock', () => {
  expect(formatClockTime(new Date(2026, 1, 11, 13, 52).toISOString(), 'en')).toBe('13:52');
});
