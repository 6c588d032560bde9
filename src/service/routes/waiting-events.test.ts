import { afterEach, expect, test } from 'vitest';
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

test('an open stream puts off the end of waiting; 45 s after it was closed it comes', async () => {
  const { paul, heldUntil } = await start();
  expect(await heldUntil()).toBe(45_000);
  const stream = await listen(paul);
  await stream.next();
  await expect.poll(() => heldUntil()).toBe(90_000);
  stream.hangUp();
  await expect.poll(() => heldUntil()).toBe(45_000);
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
