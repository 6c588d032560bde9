import { expect, test } from 'vitest';
import { peopleOf } from '../testing/moderator.ts';
import { listenTo } from '../testing/listen-to.ts';
import { startTestService, type TestService } from '../testing/test-service.ts';

const host = { host: '127.0.0.1:8080' };
const get = ({ app }: TestService, url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { ...host, ...headers } });
const collect = async (service: TestService) => (await get(service, '/metrics')).body;

test('what is open, who is in it and how requests went can be collected', async () => {
  const service = await startTestService({ VISIO_METRICS: 'true', VISIO_MAX_MEETINGS: '7' });
  const opened = await service.open();
  const guest = await service.join(opened.meeting.links.participant);
  for (const one of [opened, guest]) peopleOf(service).enter(one);
  await service.deps.store.bringForward(opened.meeting.id);
  await service.sweep();
  await service.post('/api/v1/invitations/lookup', { code: 'A'.repeat(30) });
  await get(service, '/r/A?x=y');
  await get(service, '/nothing/here');
  await service.deps.store.bringForward(opened.meeting.id);
  service.clock.pass(4000);

  const text = await collect(service);
  for (const line of [
    'visio_meetings_open 1',
    'visio_meetings_allowed 7',
    'visio_people_present 2',
    'visio_looks_overdue_seconds 4',
    'visio_store_up 1',
    'visio_clock_drift_seconds 0',
    'visio_store_clock_shift_seconds 0',
    'visio_request_seconds_count{method="POST",route="/api/v1/meetings",status="201"} 1',
    'visio_request_seconds_count{method="GET",route="/r/:code",status="404"} 1',
    'visio_request_seconds_count{method="other",route="none",status="404"} 1',
    'visio_refusals_total{route="/api/v1/invitations/lookup",failure="meeting-over"} 1',
    'visio_livekit_failures_total{call="createRoom"} 0',
    'visio_requests_running 1',
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).toMatch(/visio_looks_total [1-9]/);
  expect(text).toMatch(/visio_livekit_request_seconds_count\{call="createRoom"\} [1-9]/);
  expect(text).toContain('process_resident_memory_bytes');
});

test('LiveKit that fails is counted by call, and how long it has been silent', async () => {
  const service = await startTestService({ VISIO_METRICS: 'true' });
  await service.open();
  service.media.silent = true;
  service.clock.pass(7000);
  await service.post('/api/v1/meetings', {});
  const text = await collect(service);
  expect(text).toMatch(/visio_livekit_failures_total\{call="createRoom"\} [1-9]/);
  expect(text).toContain('visio_livekit_silent_seconds 7');
});

test('a store that does not answer is told, and nothing old in its place', async () => {
  const service = await startTestService({ VISIO_METRICS: 'true' }, undefined, {
    backlog: () => Promise.reject(new Error('gone')),
  });
  await service.open();
  const text = await collect(service);
  expect(text).toContain('visio_store_up 0');
  expect(text).toContain('visio_meetings_open Nan');
});

test('event streams are counted, and those beyond the limit refused', async () => {
  const service = await startTestService({ VISIO_METRICS: 'true', VISIO_MAX_STREAMS: '1' });
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  const opened = await service.open();
  const first = await listenTo(service, opened);
  await first.next();
  expect(await collect(service)).toContain('visio_event_streams 1');
  const second = await listenTo(service, opened);
  expect(second.status).toBe(503);
  expect(second.headers['retry-after']).toBe('5');
  first.hangUp();
  await expect.poll(() => collect(service)).toContain('visio_event_streams 0');
  const third = await listenTo(service, opened);
  expect(third.status).toBe(200);
  third.hangUp();
  await service.app.close();
});

test('metrics are there only where the operator wants them, and never through a proxy', async () => {
  expect((await get(await startTestService(), '/metrics')).statusCode).toBe(404);
  const service = await startTestService({ VISIO_METRICS: 'true' });
  expect((await get(service, '/metrics')).headers['content-type']).toContain('text/plain');
  for (const name of ['x-forwarded-for', 'forwarded'])
    expect((await get(service, '/metrics', { [name]: '192.0.2.1' })).statusCode).toBe(404);
});

test('an instance is ready while store and LiveKit answer, and says why it is not', async () => {
  const service = await startTestService();
  const ready = async () => {
    const answer = await get(service, '/readyz');
    return [answer.statusCode, answer.json()];
  };
  const well = { ready: true, drift: 0, store: true, media: true, leaving: false };
  expect(await ready()).toEqual([200, well]);
  // What answered a moment ago is not asked again.
  service.media.silent = true;
  expect(await ready()).toEqual([200, well]);
  service.clock.pass(10_000);
  expect(await ready()).toEqual([503, { ...well, ready: false, media: false }]);
  service.media.silent = false;
  expect(await ready()).toEqual([200, well]);
  service.monitoring.readiness.leave();
  expect(await ready()).toEqual([503, { ...well, ready: false, leaving: true }]);
  // It goes on serving until it stops.
  expect((await service.post('/api/v1/meetings', {})).statusCode).toBe(201);
});

test('an instance without its store is not ready, and one whose clock is wrong says so', async () => {
  const service = await startTestService({}, undefined, {
    isReachable: async () => false,
    drift: () => 300_000,
  });
  expect((await get(service, '/readyz')).json()).toMatchObject({ ready: false, store: false, drift: 300 });
});

test('LiveKit that never answers keeps nobody waiting who asks whether the instance is ready', async () => {
  const service = await startTestService();
  service.clock.pass(10_000);
  service.media.meanwhile = () => new Promise(() => undefined);
  const answers = await Promise.all([get(service, '/readyz'), get(service, '/readyz')]);
  for (const answer of answers) expect(answer.json()).toMatchObject({ ready: false, media: false });
  expect(service.media.calls).toEqual(['listRooms']);
});
