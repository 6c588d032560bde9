import { expect, test } from 'vitest';
import { truncateMiddle } from './truncate-middle.ts';

test('a long link shows its host and its last letters in one line', () => {
  const link = 'https://visio.education.example/r/abcdefghijklmnopqrstuvwxyz0123';
  const cut = truncateMiddle(link, 36);
  expect(cut).toHaveLength(36);
  expect(cut.startsWith('visio.education.example/')).toBe(true);
  expect(cut.endsWith('z0123')).toBe(true);
});

test('a link that fits is shown whole, without its scheme', () => {
  expect(truncateMiddle('http://127.0.0.1:4000/r/abc', 36)).toBe('127.0.0.1:4000/r/abc');
});
