import { connect, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { peopleOf } from '../testing/moderator.ts';
import { bearer, codeOf, startTestService, type TestService } from '../testing/test-service.ts';

/** Has LiveKit keep whoever joins waiting, until the answer is called. */
function holdLivekit({ media }: TestService): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  media.meanwhile = () => promise;
  return resolve;
}

test('more newcomers than an instance can serve at once are told to come again; who is in a meeting is served', async () => {
  const service = await startTestService({ VISIO_MAX_REQUESTS: '3' });
  const opened = await service.open();
  const letGo = holdLivekit(service);
  const openings = Array.from({ length: 3 }, () => service.post('/api/v1/meetings', {}));
  await expect.poll(() => service.media.calls.filter((call) => call.startsWith('createRoom')).length).toBe(4);

  const code = codeOf(opened.meeting.links.participant);
  const late = await service.post('/api/v1/invitations/lookup', { code });
  expect([late.statusCode, late.json().type]).toEqual([503, 'urn:visio-agents:failure:service-busy']);
  // Nothing about a token: an agent who reads that it was would come as a guest.
  expect([late.headers['retry-after'], late.headers['www-authenticate']]).toEqual(['5', undefined]);
  expect((await peopleOf(service).waiting(opened)).statusCode).toBe(200);
  const health = await service.app.inject({ url: '/healthz', headers: { host: '127.0.0.1:8080' } });
  expect(health.statusCode).toBe(200);

  service.media.meanwhile = async () => undefined;
  letGo();
  expect((await Promise.all(openings)).map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
  expect((await service.post('/api/v1/invitations/lookup', { code })).statusCode).toBe(200);
});

test('whoever sends only half of a request keeps nobody out', async () => {
  const service = await startTestService({ VISIO_MAX_REQUESTS: '3' });
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = service.app.server.address() as AddressInfo;
  const head = 'POST /api/v1/invitations/join HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n';
  const half = `${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"code":`;
  const sockets = Array.from({ length: 10 }, () => connect(port, '127.0.0.1'));
  let begun = 0;
  service.app.server.on('request', () => (begun += 1));
  for (const socket of sockets) socket.write(half);
  await expect.poll(() => begun).toBe(sockets.length);
  expect((await service.post('/api/v1/meetings', {})).statusCode).toBe(201);
  for (const socket of sockets) socket.destroy();
  await service.app.close();
});

test('at the most meetings nobody opens another, and the open ones feel nothing', async () => {
  const service = await startTestService({ VISIO_MAX_MEETINGS: '1' });
  const opened = await service.open();
  const second = await service.post('/api/v1/meetings', {});
  expect([second.statusCode, second.json().type]).toEqual([503, 'urn:visio-agents:failure:service-busy']);
  expect(Number(second.headers['retry-after'])).toBeGreaterThan(0);
  const guest = await service.join(opened.meeting.links.participant);
  expect((await service.post('/api/v1/participation/rejoin', {}, bearer(guest))).statusCode).toBe(200);
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opened));
  expect((await service.post('/api/v1/meetings', {})).statusCode).toBe(201);
});

test('a hundred people join from one address within ten seconds, as a school does', async () => {
  const service = await startTestService({ VISIO_MAX_FAILURES_PER_MINUTE: '5' });
  const { participant } = (await service.open()).meeting.links;
  const joined = await Promise.all(
    Array.from({ length: 99 }, (_one, n) =>
      service.post(
        '/api/v1/invitations/join',
        { code: codeOf(participant), displayName: `Élève ${n}` },
        { remoteAddress: '192.0.2.1' },
      ),
    ),
  );
  expect(new Set(joined.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
});
