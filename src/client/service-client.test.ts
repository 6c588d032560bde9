import { expect, test, vi } from 'vitest';
import { connectService, type NetworkError } from './service-client.ts';

/** `body`: null for none at all, text as it is, anything else as JSON. */
const answering = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const text = body === null || typeof body === 'string' ? body : JSON.stringify(body);
  const fetch = vi.fn(async () => new Response(text, { status, headers }));
  const service = connectService({
    origin: 'https://visio.example',
    fetch,
    appVersion: '0.1.0',
  });
  return { service, fetch };
};
const aLookup = {
  meetingId: 'm',
  role: 'participant',
  title: 'Réunion improvisée',
  expiresAt: '2026-01-01T00:00:00.000Z',
  serverNow: '2026-01-01T00:00:00.000Z',
  full: false,
  locked: false,
  waitingRoom: false,
};

test('members that this version does not know are ignored in answers', async () => {
  const { service } = answering(200, { ...aLookup, later: 1 });
  expect(await service.call('lookUp', { code: 'x' })).toEqual({ ok: true, value: aLookup });
});

test('a refusal of the service keeps its code, its delay and its field', async () => {
  const problem = { type: 'urn:visio-agents:failure:meeting-full', title: 'x', status: 409, field: 'code' };
  const { service } = answering(409, problem, { 'retry-after': '30' });
  expect(await service.call('lookUp', { code: 'x' })).toEqual({
    ok: false,
    error: { code: 'meeting-full', retryAfter: 30, field: 'code' },
  });
});

test('whether only the token stood in the way is read where the service may mean something else too', async () => {
  const busy = { type: 'urn:visio-agents:failure:service-busy', title: 'x', status: 503 };
  const about = (problem: { status: number }, headers: Record<string, string>) =>
    answering(problem.status, problem, headers).service.call('lookUp', { code: 'x' });
  const bearer = { 'www-authenticate': 'Bearer' };
  expect(await about(busy, bearer)).toMatchObject({ error: { code: 'service-busy', ofCredentials: true } });
  expect(await about(busy, {})).toEqual({ ok: false, error: { code: 'service-busy' } });
  const locked = { type: 'urn:visio-agents:failure:meeting-locked', title: 'x', status: 423 };
  expect(await about(locked, bearer)).toEqual({ ok: false, error: { code: 'meeting-locked' } });
});

test('no refusal makes anybody wait for longer than an hour', async () => {
  const problem = { type: 'urn:visio-agents:failure:service-busy', title: 'x', status: 503 };
  const { service } = answering(503, problem, { 'retry-after': '9999999999' });
  expect(await service.call('lookUp', { code: 'x' })).toEqual({
    ok: false,
    error: { code: 'service-busy', retryAfter: 3600 },
  });
});

test('a refusal for a reason that only a later release knows is still the service’s', async () => {
  const problem = { type: 'urn:visio-agents:failure:meeting-paused', title: 'x', status: 409, until: 'x' };
  const { service } = answering(409, problem);
  expect(await service.call('lookUp', { code: 'x' })).toEqual({
    ok: false,
    error: { code: 'service-error' },
  });
});

test.each<readonly [number, unknown, string]>([
  [200, '<html>portal</html>', 'not-a-service'],
  [404, '<html>', 'not-a-service'],
  ...[500, 501, 505, 507, 508, 520, 599].map((status) => [status, '<html>', 'service-error'] as const),
  ...[502, 503, 504].map((status) => [status, '<html>bad gateway</html>', 'service-unreachable'] as const),
  [500, { type: 'about:blank', title: 'Internal Server Error', status: 500 }, 'service-error'],
  [503, { type: 'about:blank', title: 'Service Unavailable', status: 503 }, 'service-unreachable'],
  [511, '<html>portal</html>', 'not-a-service'],
  [200, { ...aLookup, role: 'king' }, 'not-a-service'],
  [200, 'x'.repeat(100_000), 'not-a-service'],
])("an answer %i that is not the service's own is %s… %s", async (status, body, code) => {
  const { service } = answering(status, body);
  expect(await service.call('lookUp', { code: 'x' })).toEqual({ ok: false, error: { code } });
});

test('an error of fetch is what the runtime says it is, and without its word a service that cannot be reached', async () => {
  const lost = new Error('lost');
  const ask = (explainNetworkError?: (error: unknown) => NetworkError) =>
    connectService({
      origin: 'https://visio.example',
      fetch: async () => Promise.reject(lost),
      appVersion: '0.1.0',
      ...(explainNetworkError && { explainNetworkError }),
    }).discover();
  const explain = vi.fn(() => ({ code: 'offline', mayAwaitProxyLogin: false }) as const);
  expect(await ask(explain)).toEqual({ ok: false, error: { code: 'offline' } });
  expect(explain).toHaveBeenCalledWith(lost);
  expect(await ask()).toEqual({ ok: false, error: { code: 'service-unreachable' } });
});

test('the token travels in the Authorization header and nowhere else', async () => {
  const { service, fetch } = answering(204, null);
  expect(await service.call('leave', {}, { token: 'secret' })).toEqual({ ok: true, value: undefined });
  const [url, init] = fetch.mock.calls[0] as unknown as [string, RequestInit];
  expect(url).not.toContain('secret');
  expect(init).toMatchObject({
    headers: { authorization: 'Bearer secret' },
    redirect: 'error',
    credentials: 'omit',
  });
});

test('whoever answers tells what time it is there, by the date of the answer', async () => {
  const onTime = vi.fn();
  const headers = { date: 'Mon, 30 Nov 2026 12:00:00 GMT' };
  const fetch = vi
    .fn<(url: string, init: RequestInit) => Promise<Response>>()
    .mockResolvedValueOnce(Response.json(aLookup, { headers }))
    .mockResolvedValueOnce(Response.json(aLookup, { headers: { date: 'soon' } }))
    .mockResolvedValueOnce(new Response('<h1>', { headers }));
  const origin = 'https://visio.example';
  const service = connectService({ origin, fetch, appVersion: '0.1.0', onTime });
  for (let n = 0; n < 3; n += 1) await service.call('lookUp', { code: 'x' });
  // Not of a page that is no service's.
  expect(onTime.mock.calls).toEqual([[Date.parse('2026-11-30T12:00:00Z')]]);
});
