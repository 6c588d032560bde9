import { connect, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { limits } from '../shared/meeting-limits.ts';
import { problem } from '../shared/failure.ts';
import { discovery } from '../shared/discovery.ts';
import { bearer, codeOf, startTestService } from './testing/test-service.ts';

const host = { host: '127.0.0.1:8080' };
const json = { ...host, 'content-type': 'application/json' };

test('the discovery document says what the app must know, small and cacheable', async () => {
  const { app } = await startTestService();
  const answer = await app.inject({ url: '/.well-known/visio-agents', headers: host });
  expect(discovery.parse(answer.json())).toMatchObject({
    api: { version: 1, minimumApp: '0.1.0' },
    livekitUrl: 'ws://127.0.0.1:7880',
    webClient: false,
    signIn: null,
    limits: { maxParticipants: limits.maxParticipants, maxMinutes: limits.maxMinutes },
    telephone: false,
    desktop: null,
  });
  expect(answer.headers['cache-control']).toBe('public, max-age=300');
  expect(answer.rawPayload.length).toBeLessThan(16_384);
});

test.each([
  ['no such page', { method: 'GET', url: '/nope' }, 404],
  ['no such method', { method: 'PUT', url: '/api/v1/meetings' }, 404],
  ['not JSON', { method: 'POST', url: '/api/v1/meetings', payload: '{', headers: json }, 400],
  ['no body', { method: 'POST', url: '/api/v1/meetings', headers: json }, 400],
  [
    'a body that is no object',
    { method: 'POST', url: '/api/v1/meetings', payload: '[]', headers: json },
    400,
  ],
  [
    'a poisoned prototype',
    { method: 'POST', url: '/api/v1/meetings', payload: '{"__proto__":{}}', headers: json },
    400,
  ],
  [
    'another content type',
    {
      method: 'POST',
      url: '/api/v1/meetings',
      payload: 'displayName=x',
      headers: { ...host, 'content-type': 'text/plain' },
    },
    400,
  ],
  [
    'too large a body',
    {
      method: 'POST',
      url: '/api/v1/meetings',
      payload: JSON.stringify({ displayName: 'x'.repeat(20_000) }),
      headers: json,
    },
    400,
  ],
  ['an address that cannot be decoded', { method: 'GET', url: '/r/%E0%A4%A' }, 400],
] as const)('%s is refused in the form of every refusal', async (_what, request, status) => {
  const { app } = await startTestService();
  const answer = await app.inject({ headers: host, ...request });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(problem.parse(answer.json())).toMatchObject({
    type: 'urn:visio-agents:failure:bad-request',
    status,
  });
});

test.each([
  ['/api/v1/meetings', { displayName: 7 }, 'displayName'],
  ['/api/v1/invitations/join', { code: 'x' }, 'displayName'],
  ['/api/v1/invitations/join', { displayName: 'x' }, 'code'],
  ['/api/v1/invitations/lookup', { code: null }, 'code'],
])('the member of %s that is wrong is named', async (path, body, field) => {
  const { post } = await startTestService();
  expect((await post(path, body)).json()).toMatchObject({ status: 400, field });
});

test('unknown members are refused', async () => {
  const { post } = await startTestService();
  expect((await post('/api/v1/meetings', { title: 'Mine' })).statusCode).toBe(400);
  expect((await post('/api/v1/invitations/lookup', { code: 'x', admin: true })).statusCode).toBe(400);
});

test.each([
  ['nothing', {}],
  ['nonsense', { authorization: 'Bearer nonsense' }],
  ['another scheme', { authorization: 'Basic eDp5' }],
])('%s is no participation token', async (_what, headers) => {
  const { app, post } = await startTestService();
  const answers = [
    await post('/api/v1/participation/rejoin', {}, { headers }),
    await post('/api/v1/participation/leave', {}, { headers }),
    await post('/api/v1/participation/end-meeting', {}, { headers }),
    await app.inject({ url: '/api/v1/participation/events', headers: { ...host, ...headers } }),
  ];
  for (const answer of answers) {
    expect([answer.statusCode, answer.json().type]).toEqual([401, 'urn:visio-agents:failure:not-signed-in']);
  }
});

test('what nobody foresaw is said without its details', async () => {
  const service = await startTestService();
  service.media.meanwhile = () => Promise.reject(new Error('secret detail'));
  const answer = await service.post('/api/v1/meetings', {});
  expect(answer.statusCode).toBe(500);
  expect(problem.parse(answer.json()).type).toBe('urn:visio-agents:failure:service-error');
  expect(answer.body).not.toContain('secret');
  expect(service.log()).toContain('secret detail');
});

test.each([
  ['another host', { host: 'evil.example:8080' }],
  ['another port', { host: '127.0.0.1:9' }],
  ['no host', { host: '' }],
  ['a user name before the host', { host: 'evil@127.0.0.1:8080' }],
  ['a page elsewhere', { ...host, origin: 'https://evil.example' }],
  ['a page of another service of this machine', { ...host, origin: 'http://127.0.0.1:3000' }],
  ['a sandboxed page', { ...host, origin: 'null' }],
])('without sign-in %s is turned away', async (_what, headers) => {
  const { app } = await startTestService();
  for (const url of ['/healthz', '/nope', '/.well-known/visio-agents']) {
    const answer = await app.inject({ url, headers });
    expect([answer.statusCode, answer.json().type]).toEqual([403, 'urn:visio-agents:failure:not-allowed']);
  }
});

test('the service answers under every name of this machine', async () => {
  const { app } = await startTestService();
  for (const headers of [host, { host: 'localhost:8080' }, { ...host, origin: 'http://127.0.0.1:8080' }]) {
    expect((await app.inject({ url: '/healthz', headers })).json()).toEqual({ status: 'ok' });
  }
});

test('a hundred people behind one address join, whatever somebody else guesses there', async () => {
  const { app, open, join } = await startTestService({ VISIO_MAX_FAILURES_PER_MINUTE: '5' });
  const { participant } = (await open()).meeting.links;
  const guess = () =>
    app.inject({
      method: 'POST',
      url: '/api/v1/invitations/lookup',
      headers: json,
      payload: { code: 'A'.repeat(30) },
      remoteAddress: '192.0.2.1',
    });
  const statuses = [];
  for (let n = 0; n < 8; n += 1) statuses.push((await guess()).statusCode);
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429, 429]);
  expect((await guess()).headers['retry-after']).toBe('60');
  for (let n = 1; n < 100; n += 1) {
    const joined = await app.inject({
      method: 'POST',
      url: '/api/v1/invitations/join',
      headers: json,
      payload: { code: codeOf(participant), displayName: `Élève ${n}` },
      remoteAddress: '192.0.2.1',
    });
    expect(joined.statusCode).toBe(200);
  }
  await expect(join(participant)).rejects.toThrow('meeting-full');
});

test('no code, token or name reaches the log', async () => {
  const service = await startTestService();
  const opened = await service.open();
  const guest = await service.join(opened.meeting.links.participant, 'Marie Gérard');
  const code = codeOf(opened.meeting.links.participant);
  await service.app.inject({ url: `/r/${code}`, headers: host });
  await service.app.inject({ url: `/r/${code}/more?x=${code}`, headers: host });
  await service.app.inject({ url: `/r/${code}%E0%A4%A`, headers: host });
  await service.app.inject({ url: `/r/${code}`, headers: { host: 'evil.example' } });
  await service.post('/api/v1/participation/leave', {}, bearer(guest));
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opened));
  const log = service.log();
  expect(log).toContain(opened.meeting.reference);
  for (const secret of [code, opened.participationToken, opened.livekitToken, 'Marie', opened.meeting.id]) {
    expect(log).not.toContain(secret);
  }
});

test('nothing about a meeting may be stored, framed or sniffed on the way', async () => {
  const { post } = await startTestService();
  expect((await post('/api/v1/meetings', {})).headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
  });
});

test('what is not even HTTP is refused in the same form', async () => {
  const { app } = await startTestService();
  await app.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1').setEncoding('utf8');
  socket.write('nonsense\r\n\r\n');
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('application/problem+json');
  await app.close();
});
