import { expect, test, vi } from 'vitest';
import { connectMeetingService } from './meeting-service.ts';
import type { Passage } from './proxy/proxy-gate.ts';

/** `body`: null for none at all, text as it is, anything else as JSON. */
const answering = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const text = body === null || typeof body === 'string' ? body : JSON.stringify(body);
  const fetch = vi.fn(async () => new Response(text, { status, headers }));
  const service = connectMeetingService({
    origin: 'https://visio.example',
    fetch,
    isOnline: () => true,
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

test('no network and no service are told apart', async () => {
  const fetch = vi.fn(async () => Promise.reject(new Error('net::ERR')));
  const at = (online: boolean) =>
    connectMeetingService({
      origin: 'https://visio.example',
      fetch,
      isOnline: () => online,
      appVersion: '1.0.0',
    });
  expect(await at(false).discover()).toEqual({ ok: false, error: { code: 'offline' } });
  expect(await at(true).discover()).toEqual({ ok: false, error: { code: 'service-unreachable' } });
});

const behindProxy = (answers: readonly (() => Response)[], passage: Passage) => {
  let asked = 0;
  const service = connectMeetingService({
    origin: 'https://visio.example',
    fetch: async () => answers[Math.min(asked++, answers.length - 1)]?.() ?? Response.error(),
    isOnline: () => true,
    appVersion: '1.0.0',
    passProxy: async () => passage,
  });
  return service.call('lookUp', { code: 'x' });
};
const tunnelRefused = (): Response => {
  throw new Error('net::ERR_TUNNEL_CONNECTION_FAILED');
};
const asksForPassword = () => new Response('<html>', { status: 407 });
const answersLookup = () => Response.json(aLookup);

test.each([
  ['asks in plain', asksForPassword],
  ['refuses the tunnel', tunnelRefused],
])('what a proxy that %s held back is asked once more when it has its password', async (_how, first) => {
  expect(await behindProxy([first, answersLookup], 'open')).toEqual({ ok: true, value: aLookup });
  expect(await behindProxy([first], 'refused')).toEqual({
    ok: false,
    error: { code: 'proxy-authentication' },
  });
});

test('a tunnel that was refused for another reason is a service that cannot be reached', async () => {
  expect(await behindProxy([tunnelRefused], 'closed')).toEqual({
    ok: false,
    error: { code: 'service-unreachable' },
  });
});

test('a certificate that is not trusted is said, and no proxy is asked', async () => {
  const untrusted = (): Response => {
    throw new Error('net::ERR_CERT_AUTHORITY_INVALID');
  };
  expect(await behindProxy([untrusted, answersLookup], 'open')).toEqual({
    ok: false,
    error: { code: 'certificate-untrusted' },
  });
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
  const service = connectMeetingService({ origin, fetch, isOnline: () => true, appVersion: '0.1.0', onTime });
  for (let n = 0; n < 3; n += 1) await service.call('lookUp', { code: 'x' });
  // Not of a page that is no service's.
  expect(onTime.mock.calls).toEqual([[Date.parse('2026-11-30T12:00:00Z')]]);
});
