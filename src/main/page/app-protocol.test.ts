import { expect, test } from 'vitest';
import { contentSecurityPolicy, fileOf } from './app-protocol.ts';

test('the page and its files are found in the folder', () => {
  expect(fileOf('app://visio-agents/', '/app/renderer')).toBe('/app/renderer/index.html');
  expect(fileOf('app://visio-agents/assets/a.js', '/app/renderer')).toBe('/app/renderer/assets/a.js');
});

test.each([
  'app://visio-agents/..%2f..%2fetc/passwd',
  'app://visio-agents/%2e%2e/main/index.js',
  'app://visio-agents/..%5c..%5cx',
  'app://visio-agents/a%00.js',
  'app://visio-agents/%zz',
  'app://other/index.html',
])('%s leads to no file outside the folder', (address) => {
  const file = fileOf(address, '/app/renderer');
  expect(file === null || file.startsWith('/app/renderer/')).toBe(true);
});

test('a folder whose name only begins like ours is not ours', () => {
  expect(fileOf('app://visio-agents/..%2frenderer-evil/x', '/app/renderer')).toBeNull();
});

test('the page that users get may speak TLS only', () => {
  expect(contentSecurityPolicy({ loopback: false })).not.toContain('ws://');
  expect(contentSecurityPolicy({ loopback: true })).toContain('ws://127.0.0.1:*');
});
