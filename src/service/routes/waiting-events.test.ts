import { afterEach, expect, test, vi } from 'vitest';
import type { Admission, Waiting } from '../../shared/meeting.ts';
import { listenTo } from '../testing/listen-to.ts';
import { peopleOf } from '../testing/moderator.ts';
import { startTestService, type TestService } from '../testing/test-service.ts';

let service: TestService;
afterEach(() => service.app.close());

async function start(environment: NodeJS.ProcessEnv = {}) {
  service = await startTestService(environment);
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  const opener = await service.open();
  const people = peopleOf(service);
  await people.moderate(opener, { action: 'set-waiting-room', on: true });
  const paul = (await people.tryToJoin(opener.meeting.links.participant)).json<Waiting>();
  const heldUntil = async () => {
    const state = await service.deps.store.find(opener.meeting.id);
    const found = Object.values(state?.people ?? {}).find(({ displayName }) => displayName === 'Paul');
    return found?.place.kind === 'waiting' ? found.place.heldUntil - service.clock.now : null;
  };
  return { opener, paul, heldUntil, ...people };
}
const openStreams = async () =>
  (await service.monitoring.metrics.registry.getSingleMetric('visio_event_streams')?.get())?.values[0]?.value;
const listen = (who: Pick<Admission, 'participationToken'>) => listenTo(service, who);

test('a moderator who connects hears how many wait, and then each change', async () => {
  const { opener, moderate, tryToJoin } = await start();
  const stream = await listen(opener);
  expect(await stream.next()).toBe(': ping\n\nevent: waiting\ndata: {"count":1}\n\n');
  await tryToJoin(opener.meeting.links.participant);
  expect(await stream.next()).toBe('event: waiting\ndata: {"count":2}\n\n');
  await moderate(opener, { action: 'refuse', target: 'all' });
  expect(await stream.next()).toBe('event: waiting\ndata: {"count":0}\n\n');
});

test('who waits hears nothing of others, and that they are admitted: at once, and again on connecting until they came', async () => {
  const { opener, paul, moderate, tryToJoin, rejoin } = await start();
  const stream = await listen(paul);
  expect(await stream.next()).toBe(': ping\n\n');
  await tryToJoin(opener.meeting.links.participant, 'Anne');
  await moderate(opener, { action: 'admit', target: 'all' });
  expect(await stream.next()).toBe('event: admitted\ndata: {}\n\n');
  expect(await (await listen(paul)).next()).toBe(': ping\n\nevent: admitted\ndata: {}\n\n');
  await rejoin(paul);
  expect(await (await listen(paul)).next()).toBe(': ping\n\n');
});

test('who was refused hears it, also on connecting, and the stream ends', async () => {
  const { opener, paul, moderate } = await start();
  const stream = await listen(paul);
  await stream.next();
  await moderate(opener, { action: 'refuse', target: 'all' });
  expect(await stream.next()).toBe('event: refused\ndata: {}\n\n');
  expect(await stream.next()).toBeNull();
  const later = await listen(paul);
  expect(await later.next()).toBe(': ping\n\nevent: refused\ndata: {}\n\n');
  expect(await later.next()).toBeNull();
});

test('an open stream puts off the end of waiting; 90 s after it was last put off it comes', async () => {
  const { paul, heldUntil } = await start();
  expect(await heldUntil()).toBe(45_000);
  const stream = await listen(paul);
  await stream.next();
  await expect.poll(() => heldUntil()).toBe(90_000);
  stream.hangUp();
  service.clock.pass(89_999);
  await service.sweep();
  expect(await heldUntil()).toBe(1);
  service.clock.pass(1);
  await service.sweep();
  expect(await heldUntil()).toBeNull();
});

test('who waits may connect again, but not without end, and neither connecting nor hanging up is a write each time', async () => {
  const { opener, paul, heldUntil, tryToJoin } = await start();
  const update = vi.spyOn(service.deps.store, 'update');
  const statuses: (number | undefined)[] = [];
  const connect = async () => {
    const stream = await listen(paul);
    statuses.push(stream.status);
    await stream.next();
    if (stream.status === 200) stream.hangUp();
  };
  await connect();
  await expect.poll(() => heldUntil()).toBe(90_000);
  for (let n = 1; n < 8; n += 1) await connect();
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
  await expect.poll(() => openStreams()).toBe(0);
  expect(update).toHaveBeenCalledOnce();
  const anne = (await tryToJoin(opener.meeting.links.participant, 'Anne')).json<Waiting>();
  expect((await listen(anne)).status).toBe(200);
  service.clock.pass(60_000);
  expect((await listen(paul)).status).toBe(200);
});

test('all who wait may connect again at once; a crowd that goes on has a bounded share, and leaves each who comes a stream', async () => {
  const { opener, tryToJoin } = await start({ VISIO_MAX_ENTRIES_PER_MINUTE: '60' });
  const link = opener.meeting.links.participant;
  const crowd: Waiting[] = [];
  for (let n = 0; n < 57; n += 1) crowd.push((await tryToJoin(link, 'Voleur')).json<Waiting>());
  const counts = { 200: 0, 429: 0 };
  const storm = async () => {
    for (const each of crowd) {
      const stream = await listen(each);
      counts[stream.status as 200 | 429] += 1;
      if (stream.status === 200) stream.hangUp();
    }
  };
  await storm();
  expect(counts).toEqual({ 200: 57, 429: 0 });
  await storm();
  await storm();
  expect(counts).toEqual({ 200: 57 + 60, 429: 54 });
  const anne = (await tryToJoin(link, 'Anne')).json<Waiting>();
  expect((await listen(anne)).status).toBe(200);
  // Moderators have a share of their own, and whoever is in the room one each.
  const second = await service.join(opener.meeting.links.moderator ?? '');
  for (let n = 0; n < 2; n += 1) expect((await listen(second)).status).toBe(200);
});

test('however much others who wait ask for, whoever comes to wait can listen, and so keeps their place', async () => {
  const { opener, tryToJoin, rejoin } = await start({ VISIO_MAX_ENTRIES_PER_MINUTE: '60' });
  const link = opener.meeting.links.participant;
  for (let n = 0; n < 20; n += 1) {
    const other = (await tryToJoin(link, 'Voleur')).json<Waiting>();
    for (let times = 0; times < 3; times += 1) await rejoin(other);
  }
  const anne = (await tryToJoin(link, 'Anne')).json<Waiting>();
  expect((await rejoin(anne)).statusCode).toBe(429);
  const streams = [await listen(anne), await listen(anne)];
  expect(streams.map(({ status }) => status)).toEqual([200, 200]);
  // Their own share holds for listening as well.
  expect((await listen(anne)).status).toBe(429);
});

test('who was taken for gone and connects again is called to ask anew', async () => {
  const { paul } = await start();
  service.clock.pass(45_000);
  await service.sweep();
  expect(await (await listen(paul)).next()).toBe(': ping\n\nevent: rejoin\ndata: {}\n\n');
});

test('a removed person hears why, and their stream ends', async () => {
  const { opener, moderate } = await start();
  const moderator = await service.join(opener.meeting.links.moderator ?? '');
  const stream = await listen(moderator);
  await stream.next();
  await moderate(opener, { action: 'remove', target: moderator.participant.identity });
  expect(await stream.next()).toBe('event: ended\ndata: {"reason":"removed"}\n\n');
  expect(await stream.next()).toBeNull();
  expect((await listen(moderator)).status).toBe(403);
});
