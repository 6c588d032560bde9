import { expect, test, vi } from 'vitest';
import type { Admission } from '../shared/meeting.ts';
import { ok } from '../shared/result.ts';
import { keepCurrentMeeting } from './current-meeting.ts';
import { meetingCalls } from './meeting-calls.ts';

const origin = 'https://visio.example';
const link = { origin, code: `${'a'.repeat(29)}A` };
const admissionTo = (id: string): Admission => ({
  meeting: {
    id,
    reference: 'K7Q-2FD',
    title: 'Réunion improvisée',
    welcome: 'Bienvenue',
    role: 'participant',
    createdAt: '2026-01-01T08:00:00.000Z',
    expiresAt: '2026-01-01T09:00:00.000Z',
    serverNow: '2026-01-01T08:00:00.000Z',
    maxParticipants: 100,
    links: { participant: `${origin}/r/${link.code}` },
    telephone: null,
  },
  participant: { identity: 'i', displayName: 'Marie', verified: 'guest' },
  livekitUrl: 'wss://media.example',
  livekitToken: 'media',
  participationToken: `token of ${id}`,
});

/** A service whose answers come when the test lets them. */
function scene() {
  const asked: { name: string; token: string | undefined; answer: (value: unknown) => void }[] = [];
  const call = vi.fn(
    (name: string, _body: unknown, options: { token?: string } = {}) =>
      new Promise<unknown>((answer) => asked.push({ name, token: options.token, answer })),
  );
  const current = keepCurrentMeeting({
    eventsAt: () => ({ follow: () => ({ stop: vi.fn() }) }),
    announce: vi.fn(),
    allowMedia: vi.fn(),
    onPresence: vi.fn(),
    now: () => 0,
  });
  const settings = { rememberName: vi.fn() };
  const servers = { admits: async (wanted: string) => wanted === origin };
  const service = { call, discover: vi.fn() } as never;
  const handlers = meetingCalls({
    serviceAt: () => service,
    ownServer: () => origin,
    servers,
    session: { accessToken: async () => ok(null), refused: vi.fn() },
    current,
    settings,
    newKey: () => 'key',
    serviceTime: () => Date.parse('2026-01-01T08:00:00Z'),
  });
  const answer = async (name: string, value: unknown): Promise<void> => {
    await expect.poll(() => asked.map((one) => one.name)).toContain(name);
    asked
      .splice(
        asked.findIndex((one) => one.name === name),
        1,
      )[0]
      ?.answer(value);
  };
  return { handlers, current, asked, answer };
}

test('a link of another service is refused before anything is sent', async () => {
  const { handlers, asked } = scene();
  const foreign = { ...link, origin: 'https://evil.example' };
  expect(await handlers['meeting:join']({ link: foreign, displayName: 'x' })).toMatchObject({ ok: false });
  expect(await handlers['meeting:look-up'](foreign)).toMatchObject({ error: { code: 'server-not-allowed' } });
  expect(asked).toEqual([]);
});

test('leaving while the way back is still being asked for leaves for good', async () => {
  const { handlers, current, answer, asked } = scene();
  current.enter(admissionTo('m'), origin);
  const back = handlers['meeting:rejoin']();
  const left = handlers['meeting:leave']();
  await answer('leave', ok());
  await left;
  await answer('rejoin', ok(admissionTo('m')));
  await expect.poll(() => asked).toMatchObject([{ name: 'leave', token: 'token of m' }]);
  await answer('leave', ok());
  expect(await back).toMatchObject({ ok: false });
  expect(current.get()?.present).toBe(false);
});

test('a meeting whose opening was overtaken by another wish is ended', async () => {
  const { handlers, current, answer, asked } = scene();
  const opened = handlers['meeting:open']();
  const joined = handlers['meeting:join']({ link, displayName: 'Marie' });
  await answer('join', ok(admissionTo('joined')));
  await joined;
  await answer('openMeeting', ok(admissionTo('opened')));
  await expect.poll(() => asked).toMatchObject([{ name: 'endMeeting', token: 'token of opened' }]);
  await answer('endMeeting', ok());
  expect(await opened).toMatchObject({ ok: false });
  expect(current.get()?.admission.meeting.id).toBe('joined');
});

test('two ways back into the same meeting at once are one', async () => {
  const { handlers, current, answer, asked } = scene();
  current.enter(admissionTo('m'), origin);
  const both = [handlers['meeting:rejoin'](), handlers['meeting:rejoin']()];
  await answer('rejoin', ok(admissionTo('m')));
  expect(await Promise.all(both)).toMatchObject([{ ok: true }, { ok: true }]);
  expect(asked).toEqual([]);
  expect(current.get()?.present).toBe(true);
});

test('whoever hears twice that they are admitted comes in once, and keeps the seat', async () => {
  const { handlers, current, answer, asked } = scene();
  current.wait({ origin, token: 'token of who waits' });
  const both = [handlers['meeting:rejoin'](), handlers['meeting:rejoin']()];
  await answer('rejoin', ok(admissionTo('m')));
  expect(await Promise.all(both)).toMatchObject([{ ok: true }, { ok: true }]);
  expect(asked).toEqual([]);
  expect(current.get()?.present).toBe(true);
});

test('whoever left comes back by a request of its own, not by one that leaving has undone', async () => {
  const { handlers, current, answer } = scene();
  current.enter(admissionTo('m'), origin);
  const first = handlers['meeting:rejoin']();
  const left = handlers['meeting:leave']();
  await answer('leave', ok());
  await left;
  const second = handlers['meeting:rejoin']();
  await answer('rejoin', ok(admissionTo('m')));
  await answer('rejoin', ok(admissionTo('m')));
  await answer('leave', ok());
  expect(await first).toMatchObject({ ok: false });
  expect(await second).toMatchObject({ ok: true });
});

test('news that a former meeting is over takes nobody out of the one that they are in', async () => {
  const { handlers, current, answer } = scene();
  current.enter(admissionTo('former'), origin);
  const back = handlers['meeting:rejoin']();
  const opened = handlers['meeting:open']();
  await answer('leave', ok());
  await answer('openMeeting', ok(admissionTo('m')));
  await opened;
  await answer('rejoin', { ok: false, error: { code: 'meeting-over' } });
  expect(await back).toMatchObject({ ok: false });
  expect(current.get()).toMatchObject({ present: true, admission: { meeting: { id: 'm' } } });
});

test('an answer that was lost on the way is asked for again, with the same key', async () => {
  const { handlers, answer, current } = scene();
  const opened = handlers['meeting:open']();
  await answer('openMeeting', { ok: false, error: { code: 'service-unreachable' } });
  await answer('openMeeting', ok(admissionTo('m')));
  expect(await opened).toMatchObject({ ok: true });
  expect(current.get()?.present).toBe(true);
});

test('a meeting that is over is no longer offered', async () => {
  const { handlers, answer, current } = scene();
  current.enter(admissionTo('m'), origin);
  const back = handlers['meeting:rejoin']();
  await answer('rejoin', { ok: false, error: { code: 'meeting-over' } });
  expect(await back).toEqual({ ok: false, error: { code: 'meeting-over' } });
  expect(current.get()).toBeNull();
});

test('whoever waits keeps a token that speaks for them, and gives their place back for another meeting', async () => {
  const { handlers, current, answer, asked } = scene();
  const joined = handlers['meeting:join']({ link, displayName: 'Marie' });
  await answer('join', ok({ waiting: true, participationToken: 'token of who waits' }));
  expect(await joined).toEqual(ok({ waiting: true }));
  expect([current.get(), current.isWaiting()]).toEqual([null, true]);

  const other = handlers['meeting:open']();
  await expect.poll(() => asked.at(-1)).toMatchObject({ name: 'leave', token: 'token of who waits' });
  await answer('leave', ok());
  await answer('openMeeting', ok(admissionTo('m')));
  expect(await other).toMatchObject({ ok: true });
  expect(current.isWaiting()).toBe(false);
});

test('whoever is admitted comes in with the token that they waited with', async () => {
  const { handlers, current, answer, asked } = scene();
  const joined = handlers['meeting:join']({ link, displayName: 'Marie' });
  await answer('join', ok({ waiting: true, participationToken: 'token of who waits' }));
  await joined;
  const back = handlers['meeting:rejoin']();
  await expect.poll(() => asked.at(-1)).toMatchObject({ name: 'rejoin', token: 'token of who waits' });
  await answer('rejoin', ok(admissionTo('m')));
  expect(await back).toMatchObject({ ok: true, value: { meeting: { id: 'm' } } });
  expect(current.isWaiting()).toBe(false);
});

test('a meeting that the agent opened before is gone back into by its own moderator link', async () => {
  const { handlers, answer } = scene();
  const own = {
    id: 'm',
    createdAt: 'x',
    expiresAt: 'y',
    links: { participant: '', moderator: `${origin}/r/${link.code}` },
  };
  const mine = handlers['meeting:mine']();
  await answer('ownMeetings', ok([own]));
  expect(await mine).toEqual(
    ok({
      serverNow: '2026-01-01T08:00:00.000Z',
      meetings: [{ id: 'm', createdAt: 'x', expiresAt: 'y' }],
    }),
  );
  const back = handlers['meeting:resume']('m');
  await answer('join', ok(admissionTo('m')));
  expect(await back).toMatchObject({ ok: true, value: { meeting: { id: 'm' } } });
});

test('nobody goes into a meeting by an id that was not among theirs, or by a link that leads elsewhere', async () => {
  const { handlers, answer, asked } = scene();
  expect(await handlers['meeting:resume']('m')).toEqual({ ok: false, error: { code: 'meeting-over' } });
  const foreign = `https://evil.example/r/${link.code}`;
  const mine = handlers['meeting:mine']();
  await answer(
    'ownMeetings',
    ok([{ id: 'm', createdAt: 'x', expiresAt: 'y', links: { moderator: foreign } }]),
  );
  await mine;
  expect(await handlers['meeting:resume']('m')).toEqual({ ok: false, error: { code: 'meeting-over' } });
  expect(asked).toEqual([]);
});
