import { expect, test } from 'vitest';
import { dialLink, dialText, sayPin } from './telephone.ts';

const telephone = { number: '+33 1 23 45 67 89', pin: '1234567890' };

test('a PIN is written in groups and closed by the key that ends it', () => {
  expect(sayPin('1234567890').replaceAll('\u00a0', ' ')).toBe('123 456 7890 #');
  expect(sayPin('12').replaceAll('\u00a0', ' ')).toBe('12 #');
});

test('a link dials number and PIN, or the number alone where a # would stop it', () => {
  expect(dialLink(telephone, { withPin: true })).toBe('tel:+33123456789,,1234567890%23');
  expect(dialLink(telephone, { withPin: false })).toBe('tel:+33123456789');
  expect(dialText(telephone)).toBe('tel:+33123456789,,1234567890#');
});
