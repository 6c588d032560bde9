import { expect, test, vi } from 'vitest';
import { peopleOf } from '../testing/moderator.ts';
import { bearer, codeOf, startTestService, type TestService } from '../testing/test-service.ts';

const linesOf = (service: TestService) =>
  service
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('a search for the reference of a meeting finds who did not get in, and why', async () => {
  const service = await startTestService();
  const { moderate, tryToJoin } = peopleOf(service);
  const { meeting, participationToken } = await service.open();
  const before = linesOf(service).length;
  await moderate({ participationToken }, { action: 'set-locked', locked: true });
  await tryToJoin(meeting.links.participant);
  await service.app.inject({
    url: `/r/${codeOf(meeting.links.participant)}`,
    headers: { host: '127.0.0.1:8080' },
  });
  const found = linesOf(service)
    .slice(before)
    .filter(({ msg, reference }) => msg === 'answered' && reference === meeting.reference);
  expect(found.map(({ route, status, failure }) => [route, status, failure])).toEqual([
    ['/api/v1/participation/moderate', 204, undefined],
    ['/api/v1/invitations/join', 423, 'meeting-locked'],
    ['/r/:code', 200, undefined],
  ]);
});

test('wrong tokens and codes beyond what is allowed are logged and counted as what they are answered with', async () => {
  const service = await startTestService({ VISIO_MAX_FAILURES_PER_MINUTE: '1', VISIO_METRICS: 'true' });
  const options = { ...bearer({ participationToken: 'x' }), remoteAddress: '192.0.2.1' };
  for (let n = 0; n < 2; n += 1) await service.post('/api/v1/participation/rejoin', {}, options);
  expect(linesOf(service).slice(-2)).toMatchObject([
    { status: 401, failure: 'not-signed-in' },
    { status: 429, failure: 'too-many-requests' },
  ]);
  const guess = { url: '/r/x', headers: { host: '127.0.0.1:8080' }, remoteAddress: '192.0.2.1' };
  expect((await service.app.inject(guess)).statusCode).toBe(429);
  expect(linesOf(service).at(-1)).toMatchObject({ status: 429, failure: 'too-many-requests' });
  const metrics = await service.monitoring.metrics.registry.metrics();
  expect(metrics).toContain(
    'visio_refusals_total{route="/api/v1/participation/rejoin",failure="too-many-requests"} 1',
  );
  expect(metrics).toContain('visio_refusals_total{route="/r/:code",failure="too-many-requests"} 1');
});

test('a request that fails says in which meeting', async () => {
  const service = await startTestService();
  const opened = await service.open();
  vi.spyOn(service.deps.store, 'find').mockRejectedValueOnce(new TypeError('a fault'));
  expect((await service.post('/api/v1/participation/rejoin', {}, bearer(opened))).statusCode).toBe(500);
  expect(linesOf(service).find(({ msg }) => msg === 'a request failed')).toMatchObject({
    reference: opened.meeting.reference,
    route: '/api/v1/participation/rejoin',
  });
});

test.each(['nobody', 'A'.repeat(30), 7, null, { code: 'x' }])(
  'what is no code of ours (%j) is in no line',
  async (code) => {
    const service = await startTestService();
    await service.post('/api/v1/invitations/lookup', { code });
    expect(linesOf(service).at(-1)).not.toHaveProperty('reference');
    expect(service.log()).not.toMatch(/nobody|AAAA/);
  },
);
