import { expect, test } from 'vitest';
import { bearer, startTestService } from '../testing/test-service.ts';

const rejoin = '/api/v1/participation/rejoin';
const from = (remoteAddress: string, token?: string) => ({
  remoteAddress,
  headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
});

test('whoever guesses tokens is slowed down, and a good token from the same address is not', async () => {
  const service = await startTestService({ VISIO_MAX_FAILURES_PER_MINUTE: '3' });
  const opened = await service.open();
  const guess = () => service.post(rejoin, {}, from('192.0.2.1', 'A'.repeat(80)));
  const statuses = [];
  for (let n = 0; n < 5; n += 1) statuses.push((await guess()).statusCode);
  expect(statuses).toEqual([401, 401, 401, 429, 429]);
  const refused = await guess();
  expect(refused.json()).toMatchObject({ type: 'urn:visio-agents:failure:too-many-requests', status: 429 });
  expect(refused.headers).toMatchObject({ 'retry-after': '60', 'www-authenticate': 'Bearer' });

  const { headers } = bearer(opened);
  expect(
    (await service.post(rejoin, {}, { remoteAddress: '192.0.2.1', headers: { ...headers } })).statusCode,
  ).toBe(200);
  expect((await service.post(rejoin, {}, from('192.0.2.2', 'A'.repeat(80)))).statusCode).toBe(401);
  service.clock.pass(60_000);
  expect((await guess()).statusCode).toBe(401);
});

test('whoever sends no token has not signed in, however often', async () => {
  const service = await startTestService({ VISIO_MAX_FAILURES_PER_MINUTE: '1' });
  for (let n = 0; n < 4; n += 1)
    expect((await service.post(rejoin, {}, from('192.0.2.1'))).statusCode).toBe(401);
});

test('wrong codes and wrong tokens of one IPv6 subscriber are one account', async () => {
  const service = await startTestService({ VISIO_MAX_FAILURES_PER_MINUTE: '2' });
  const code = () =>
    service.post('/api/v1/invitations/lookup', { code: 'A'.repeat(30) }, from('2001:db8:1:2::9'));
  expect((await service.post(rejoin, {}, from('2001:db8:1:2::7', 'wrong'))).statusCode).toBe(401);
  expect((await code()).statusCode).toBe(404);
  expect((await code()).statusCode).toBe(429);
  expect((await service.post('/livekit/webhook', {}, from('2001:db8:1:2::8', 'wrong'))).statusCode).toBe(429);
});

test.each([
  ['a proxy that is trusted', '10.0.0.1', [401, 401, 429]],
  ['anybody else', '10.9.0.1', [429, 429, 429]],
])('the address that %s writes of', async (_who, proxy, expected) => {
  const service = await startTestService({
    VISIO_MAX_FAILURES_PER_MINUTE: '1',
    VISIO_AUTH: 'oidc',
    VISIO_PUBLIC_URL: 'https://visio.example',
    VISIO_TRUST_PROXY: '10.0.0.0/24',
    VISIO_OIDC_ISSUER: 'https://sso.example',
    VISIO_OIDC_AUDIENCE: 'https://visio.example',
    VISIO_OIDC_CLIENT_ID: 'visio-agents',
  });
  const guess = (client: string) =>
    service.post(
      rejoin,
      {},
      {
        remoteAddress: proxy,
        headers: { authorization: 'Bearer wrong', host: 'visio.example', 'x-forwarded-for': client },
      },
    );
  if (expected[0] === 429) await guess('192.0.2.9');
  const statuses = [];
  for (const client of ['192.0.2.1', '192.0.2.2', '192.0.2.1'])
    statuses.push((await guess(client)).statusCode);
  expect(statuses).toEqual(expected);
});
