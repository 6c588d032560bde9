import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { spawnService, startServiceProcess } from './testing/service-process.ts';

test('a service that is configured wrongly says all that is wrong and does not start', async () => {
  const child = spawnService({ VISIO_MAX_MINUTES: '300', VISIO_HOST: '0.0.0.0', VISIO_LIVEKIT_API_KEY: '' });
  const [said, [code]] = await Promise.all([
    text(child.stderr as NodeJS.ReadableStream),
    once(child, 'exit'),
  ]);
  expect(code).toBe(78);
  for (const name of ['VISIO_MAX_MINUTES', 'VISIO_HOST', 'VISIO_LIVEKIT_API_KEY'])
    expect(said).toContain(name);
});

test('the parent reads where the service listens, and SIGTERM ends it at once', async () => {
  // Nothing listens on port 9: LiveKit is as if switched off, and the service serves what needs no media.
  const service = await startServiceProcess({ VISIO_LIVEKIT_API_URL: 'http://127.0.0.1:9' });
  expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
  expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
  const opening = await service.post('/api/v1/meetings', {});
  expect(opening.status).toBe(503);

  expect(await service.stop('SIGTERM')).toBe(0);
});

test('an audit that could not be written is a wrong configuration', async () => {
  const child = spawnService({ VISIO_AUDIT_FILE: '/dev/null/audit.jsonl' });
  const [said, [code]] = await Promise.all([
    text(child.stderr as NodeJS.ReadableStream),
    once(child, 'exit'),
  ]);
  expect(code).toBe(78);
  expect(said).toContain('VISIO_AUDIT_FILE: cannot be written: ');
});

test('an instance that is to stop says so first, and serves until it does; a second signal does not wait', async () => {
  const service = await startServiceProcess({ VISIO_LAME_DUCK_SECONDS: '60' });
  service.child.kill('SIGTERM');
  const leaving = async () =>
    ((await (await fetch(`${service.url}/readyz`)).json()) as { leaving: boolean }).leaving;
  await expect.poll(leaving).toBe(true);
  expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
  expect(await service.stop('SIGTERM')).toBe(0);
});
