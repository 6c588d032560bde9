import { afterEach, expect, test, vi } from 'vitest';
import type { Admission } from '../../shared/meeting.ts';
import { withPerson } from '../meetings/meeting-state.ts';
import { StoreUnreachable } from '../redis/connection.ts';
import { listenTo } from '../testing/listen-to.ts';
import { bearer, roomOf, startTestService, type TestService } from '../testing/test-service.ts';

let service: TestService;
afterEach(() => service.app.close());

async function start(environment: NodeJS.ProcessEnv = {}): Promise<Admission> {
  service = await startTestService({ ...environment, VISIO_PUBLIC_URL: 'http://127.0.0.1:8080' });
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  return service.open();
}

const listen = (who: Pick<Admission, 'participationToken'>) => listenTo(service, who);

test('a stream begins with a ping, and nothing on the way may hold it back', async () => {
  const opened = await start();
  const stream = await listen(opened);
  expect(stream.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
    'cache-control': 'no-store',
  });
  expect(await stream.next()).toBe(': ping\n\n');
});

test('the end is said with its reason, and is the last thing said', async () => {
  const opened = await start();
  const guest = await service.join(opened.meeting.links.participant);
  const streams = [await listen(opened), await listen(guest)];
  for (const stream of streams) await stream.next();
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opened));
  for (const stream of streams) {
    expect(await stream.next()).toBe('event: ended\ndata: {"reason":"moderator"}\n\n');
    expect(await stream.next()).toBeNull();
  }
  expect((await listen(opened)).status).toBe(404);
});

test.each([
  ['time', { VISIO_MAX_MINUTES: '1' }],
  ['empty', { VISIO_NEVER_JOINED_MINUTES: '1' }],
] as const)('an end that nobody asked for is said too: %s', async (reason, environment) => {
  const opened = await start(environment);
  const stream = await listen(opened);
  await stream.next();
  await service.sweep();
  service.clock.pass(60_000);
  await service.sweep();
  expect(await stream.next()).toBe(`event: ended\ndata: {"reason":"${reason}"}\n\n`);
  expect(await stream.next()).toBeNull();
});

test('who connects after the room was made again is called back at once, until they came', async () => {
  const opened = await start();
  service.media.loseEverything();
  await service.sweep();
  const late = await listen(opened);
  expect(await late.next()).toBe(': ping\n\nevent: rejoin\ndata: {}\n\n');

  await service.post('/api/v1/participation/rejoin', {}, bearer(opened));
  service.media.rooms.get(roomOf(opened))?.add(opened.participant.identity);
  const later = await listen(opened);
  expect(await later.next()).toBe(': ping\n\n');
});

test('a fourth stream of one person closes the first', async () => {
  const opened = await start();
  const streams = [];
  for (let n = 0; n < 4; n += 1) {
    const stream = await listen(opened);
    await stream.next();
    streams.push(stream);
  }
  expect(await streams[0]?.next()).toBeNull();
  service.deps.announcements.announce(opened.meeting.id, { type: 'rejoin' });
  expect(await streams[3]?.next()).toContain('rejoin');
});

test('the streams of somebody who leaves end, and so does one that they open afterwards; the others’ go on', async () => {
  const opened = await start();
  const guest = await service.join(opened.meeting.links.participant);
  const [kept, ended] = [await listen(opened), await listen(guest)];
  for (const stream of [kept, ended]) await stream.next();
  expect((await service.post('/api/v1/participation/leave', {}, bearer(guest))).statusCode).toBe(204);
  expect(await ended.next()).toBeNull();
  const later = await listen(guest);
  expect(await later.next()).toBe(': ping\n\n');
  expect(await later.next()).toBeNull();
  // Back in, they listen again.
  await service.post('/api/v1/participation/rejoin', {}, bearer(guest));
  const back = await listen(guest);
  await back.next();
  service.deps.announcements.announce(opened.meeting.id, { type: 'rejoin' });
  for (const stream of [kept, back]) expect(await stream.next()).toContain('rejoin');
});

test('whom the meeting forgets is hung up on, and learns on asking that nobody knows them', async () => {
  const opened = await start();
  const { participant: link } = opened.meeting.links;
  const guest = await service.join(link);
  const stream = await listen(guest);
  await stream.next();
  service.clock.pass(60_000);
  await service.deps.store.update(opened.meeting.id, (state) => ({
    state: Array.from({ length: 201 }, (_, n) => `gone-${n}`).reduce(
      (crowd, identity) =>
        withPerson(crowd, {
          identity,
          displayName: 'Paul',
          role: 'participant',
          verified: 'guest',
          hand: null,
          allowed: {},
          place: { kind: 'left', at: service.clock.now },
        }),
      state,
    ),
    answer: undefined,
  }));
  await service.join(link);
  expect(await stream.next()).toBeNull();
  expect((await listen(guest)).status).toBe(401);
});

test('a stream whose reader went away is forgotten', async () => {
  const opened = await start();
  const { promise: forgotten, resolve } = Promise.withResolvers<void>();
  const { announcements } = service.deps;
  const { listen: really } = announcements;
  vi.spyOn(announcements, 'listen').mockImplementation((meetingId, listener) => {
    const stop = really(meetingId, listener);
    return () => {
      stop();
      resolve();
    };
  });
  const stream = await listen(opened);
  await stream.next();
  stream.hangUp();
  await expect(forgotten).resolves.toBeUndefined();
});

test('nobody is listening whom the store could not be asked about', async () => {
  const opened = await start();
  const { announcements, store } = service.deps;
  vi.spyOn(store, 'find').mockRejectedValue(new StoreUnreachable('away'));
  for (let n = 0; n < 2; n += 1) expect((await listen(opened)).status).toBe(503);
  expect(announcements.listenersHere()).toEqual([]);
});

test('a service that is asked to stop closes its streams and stops', async () => {
  const opened = await start();
  const stream = await listen(opened);
  await stream.next();
  await service.app.close();
  expect(await stream.next()).toBeNull();
});
