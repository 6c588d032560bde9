import { beforeAll, expect, test } from 'vitest';
import { startTestService, type TestService } from '../testing/test-service.ts';

// With sign-in, as others reach it. Without: app.test.ts.
let service: TestService;
beforeAll(async () => {
  service = await startTestService({
    VISIO_AUTH: 'oidc',
    VISIO_PUBLIC_URL: 'https://visio.example',
    VISIO_OIDC_ISSUER: 'https://sso.example',
    VISIO_OIDC_AUDIENCE: 'https://visio.example',
    VISIO_OIDC_CLIENT_ID: 'visio-agents',
    VISIO_METRICS: 'true',
  });
});
const ask = (url: string, host: string) => service.app.inject({ url, headers: { host } });

test.each(['visio.example', 'VISIO.example', 'visio.example:443'])(
  'the service answers as %s',
  async (host) => {
    const answer = await ask('/.well-known/visio-agents', host);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=31536000/);
  },
);

test.each([
  'evil.example',
  'visio.example.evil.example',
  'visio.example:8443',
  'evil@visio.example',
  '10.0.0.11',
  '',
])('what is asked as %j is refused', async (host) => {
  for (const url of ['/.well-known/visio-agents', '/api/v1/meetings/mine', '/nope']) {
    const answer = await ask(url, host);
    expect([answer.statusCode, answer.json().type]).toEqual([403, 'urn:visio-agents:failure:not-allowed']);
  }
});

test('balancer and collector ask the instance by its own address', async () => {
  for (const url of ['/healthz', '/readyz', '/metrics'])
    expect((await ask(url, '10.0.0.11:8080')).statusCode).toBe(200);
  const webhook = await service.post('/livekit/webhook', {}, { headers: { host: '10.0.0.11:8080' } });
  expect(webhook.json().type).toBe('urn:visio-agents:failure:not-signed-in');
});

test('no header of a request decides what the service writes of itself', async () => {
  const { signIn } = (await ask('/.well-known/visio-agents', 'visio.example')).json();
  expect(signIn.issuer).toBe('https://sso.example');
  const forwarded = await service.app.inject({
    url: '/.well-known/visio-agents',
    headers: { host: '10.0.0.11', 'x-forwarded-host': 'visio.example' },
  });
  expect(forwarded.statusCode).toBe(403);
});
