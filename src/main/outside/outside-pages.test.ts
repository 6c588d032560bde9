import { expect, test } from 'vitest';
import type { Discovery } from '../../shared/discovery.ts';
import { outsideAddress } from './outside-pages.ts';

const discovery = {
  links: { legal: 'https://visio.example/legal', terms: 'javascript:alert(1)' },
  helpDesk: {},
  desktop: { latestVersion: '2.0.0', downloadUrl: 'file:///etc/passwd' },
} as Discovery;

test('pages are opened where the service says they are, and only by https', () => {
  expect(outsideAddress('legal', discovery)).toBe('https://visio.example/legal');
  expect(outsideAddress('terms', discovery)).toBeNull();
  expect(outsideAddress('help-desk', discovery)).toBeNull();
  expect(outsideAddress('documentation', null)).toBeNull();
  expect(outsideAddress('download', discovery)).toBeNull();
  expect(outsideAddress('data.gouv.fr', null)).toBe('https://data.gouv.fr');
});
