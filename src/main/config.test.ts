import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('the administrator points the app at a service by its origin', () => {
  const config = readConfig({ VISIO_SERVER_URL: 'https://visio.example/' });
  expect(config).toEqual({ ok: true, value: { serverOrigin: 'https://visio.example' } });
});

test('plain http is for loopback only', () => {
  expect(readConfig({ VISIO_SERVER_URL: 'http://127.0.0.1:8080' }).ok).toBe(true);
  expect(readConfig({ VISIO_SERVER_URL: 'http://visio.example' }).ok).toBe(false);
});

test.each([
  'visio.example',
  'https://user:pass@visio.example',
  'https://visio.example/path',
  'ftp://visio.example',
])('the address %s is refused with a sentence that names the variable', (address) => {
  const config = readConfig({ VISIO_SERVER_URL: address });
  expect(config).toMatchObject({ ok: false, error: expect.stringContaining('VISIO_SERVER_URL') });
});

test('an app that nobody pointed at a service reaches a host that cannot exist', () => {
  expect(readConfig({})).toMatchObject({ value: { serverOrigin: 'https://visio-agents.invalid' } });
});
