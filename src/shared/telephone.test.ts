import { expect, test } from 'vitest';
import { dialLink, sayPin } from './telephone.ts';

const telephone = { number: '+33 1 23 45 67 89', pin: '1234567890' };

test('a PIN is written in groups and closed by the key that ends it', () => {
  expect(sayPin('1234567890').replaceAll('\u00a0', ' ')).toBe('123 456 7890 #');
  expect(sayPin('12').replaceAll('\u00a0', ' ')).toBe('12 #');
});

test('a link dials number and PIN, in signs that every telephone dials: no # is in it', () => {
  expect(dialLink(telephone)).toBe('tel:+33123456789,,1234567890');
});
