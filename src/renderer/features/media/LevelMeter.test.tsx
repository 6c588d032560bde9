import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LevelBar, LevelReading, type BarLevel } from './LevelMeter.tsx';

const shown = (level: number | 'unmeasured' | null): string =>
  renderToStaticMarkup(<LevelReading level={level} label="Niveau du microphone" />);

test('a level is a word', () => {
  expect(shown(0.6)).toContain('aria-valuetext="bon"');
  expect(shown(0)).toContain('aria-valuetext="aucun son"');
});

test('a measure that has not come yet is no silence', () => {
  expect(shown(null)).toContain('aria-valuetext="pas encore mesuré"');
  expect(shown(null)).not.toContain('<p');
});

test('a measure that does not come is said to be impossible, with what to do', () => {
  expect(shown('unmeasured')).toContain('aria-valuetext="mesure impossible"');
  expect(shown('unmeasured')).toMatch(/<p [^>]*>Mesure impossible.*rebranchez-le\.<\/p>/);
});

const bar = (level: BarLevel): string =>
  renderToStaticMarkup(<LevelBar level={level} label="Niveau du microphone" />);

test('a microphone that does not open is said at once, one whose turn has not come is not accused', () => {
  expect(bar('failed')).toContain('aria-valuetext="mesure impossible"');
  expect(bar('waiting')).toContain('aria-valuetext="pas encore mesuré"');
  expect(bar('opening')).toContain('aria-valuetext="pas encore mesuré"');
});
