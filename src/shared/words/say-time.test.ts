import { expect, test } from 'vitest';
import { sayDate, sayDuration, sayOffset, sayTimeOfDay } from './say-time.ts';

const minute = 60_000;
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.each([
  [280 * minute, '4 h 40', '4 h 40 min'],
  [280 * minute - 1, '4 h 40', '4 h 40 min'],
  [245 * minute, '4 h 05', '4 h 05 min'],
  [60 * minute, '1 h 00', '1 h 00 min'],
  [59 * minute, '59 min', '59 min'],
  [1, '1 min', '1 min'],
  [0, '0 min', '0 min'],
  [-5, '0 min', '0 min'],
])('%i ms left read « %s » in French and "%s" in English', (ms, fr, en) => {
  expect(plain(sayDuration(ms, 'fr'))).toBe(fr);
  expect(plain(sayDuration(ms, 'en'))).toBe(en);
});

test('the end of the meeting reads as a person says it, in the time zone of who reads it', () => {
  const end = new Date('2026-11-22T12:52:00.000Z');
  expect(plain(sayTimeOfDay(end, 'fr', 'Europe/Paris'))).toBe('13 h 52');
  expect(plain(sayTimeOfDay(end, 'fr', 'Indian/Reunion'))).toBe('16 h 52');
  expect(sayTimeOfDay(end, 'en', 'Europe/Paris')).toBe('13:52');
  expect(plain(sayTimeOfDay(new Date('2026-11-22T23:05:00.000Z'), 'fr', 'Europe/Paris'))).toBe('0 h 05');
  expect(sayDate(end, 'Europe/Paris')).toBe('22/11/2026');
  expect(sayOffset(end, 'Europe/Paris')).toBe('UTC+1');
  expect(sayOffset(end, 'Indian/Reunion')).toBe('UTC+4');
});
