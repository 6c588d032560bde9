import { expect, test } from 'vitest';
import { serviceTrustOf } from './use-service-trust.ts';

const settings = { server: 'https://visio.example', allowedServers: ['https://partner.example'] };

test.each([
  ['https://visio.example', 'own'],
  ['https://partner.example', 'allowed'],
  ['https://evil.example', 'foreign'],
  ['https://visio.example:8443', 'foreign'],
  ['http://visio.example', 'foreign'],
  ['', 'foreign'],
])('a meeting on %s is on a service that is %s', (origin, expected) => {
  expect(serviceTrustOf(origin, settings)).toBe(expected);
});
