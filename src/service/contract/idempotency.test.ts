import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startOidcProvider, type TestProvider } from '../testing/oidc-provider.ts';
import { startBlackBoxService, type BlackBoxService } from './testing/black-box-service.ts';
import { failure, problemIn, type Admission } from './testing/wire.ts';

let outside: BlackBoxService;
afterEach(() => outside.stop());
let provider: TestProvider;
beforeAll(async () => {
  provider = await startOidcProvider();
});
afterAll(() => provider.stop());

const open = (key: string, body: object = {}, token?: string) =>
  outside.ask('POST /api/v1/meetings', { body, token, headers: { 'idempotency-key': key } });
const idOf = (answer: Awaited<ReturnType<typeof open>>) => answer.json().meeting.id;

test.each(['k', '7f9c2ba4-e88f-4d2a-9c3e-1f0b2a6d5c11', 'A-Z', '-', 'a'.repeat(64)])(
  '%s is a key',
  async (key) => {
    outside = await startBlackBoxService();
    expect((await open(key)).status).toBe(201);
  },
);

test.each(['', 'a'.repeat(65), 'a b', 'a_b', 'é', 'a.b', 'a, b', '"a"'])('%j is no key', async (key) => {
  outside = await startBlackBoxService();
  expect(problemIn(await open(key))).toEqual(failure('bad-request', 400, 'Idempotency-Key'));
});

test('the same key and body within ten minutes is the same meeting, person and links, with fresh tokens', async () => {
  outside = await startBlackBoxService();
  const first = (await open('k', { displayName: 'Marie' })).json();
  outside.inside.clock.pass(10 * 60_000 - 1);
  const again = await open('k', { displayName: 'Marie' });
  expect(again.status).toBe(201);
  const { meeting, participant, livekitToken } = again.json();
  expect({ ...meeting, serverNow: '' }).toEqual({ ...first.meeting, serverNow: '' });
  expect(participant).toEqual(first.participant);
  expect(livekitToken).toMatch(/./);
  expect(await outside.inside.deps.store.backlog()).toMatchObject({ meetings: 1 });
  outside.inside.clock.pass(1);
  expect(idOf(await open('k', { displayName: 'Marie' }))).not.toBe(meeting.id);
});

test('tokens are signed afresh: what is left of the meeting limits those of the second answer', async () => {
  outside = await startBlackBoxService({ VISIO_MAX_MINUTES: '1' });
  const first = (await open('k')).json();
  outside.inside.clock.pass(30_000);
  const second = (await open('k')).json();
  // Seconds of validity, as LiveKit's stand-in writes them: never beyond the meeting.
  const seconds = ({ livekitToken }: Admission) => Number(livekitToken.split(' ').at(-1));
  expect([seconds(first), seconds(second)]).toEqual([45, 30]);
});

test('another body under the same key is refused, and opens nothing', async () => {
  outside = await startBlackBoxService();
  await open('k', { displayName: 'Marie' });
  for (const body of [{ displayName: 'Paul' }, {}, { displayName: '' }])
    expect(problemIn(await open('k', body))).toEqual(failure('idempotency-conflict', 422));
  expect(await outside.inside.deps.store.backlog()).toMatchObject({ meetings: 1 });
});

test('without a key each request opens a meeting', async () => {
  outside = await startBlackBoxService();
  const ids = [(await outside.open()).meeting.id, (await outside.open()).meeting.id];
  expect(new Set(ids).size).toBe(2);
});

test('a key is one agent’s', async () => {
  outside = await startBlackBoxService(provider.environment());
  const marie = idOf(await open('k', {}, await provider.issueToken('marie')));
  expect(idOf(await open('k', {}, await provider.issueToken('paul')))).not.toBe(marie);
  // Another token of the same agent.
  expect(idOf(await open('k', {}, await provider.issueToken('marie')))).toBe(marie);
});

test('a request that failed leaves its key free', async () => {
  outside = await startBlackBoxService();
  outside.inside.media.silent = true;
  expect(problemIn(await open('k'))).toEqual(failure('media-unreachable', 503));
  outside.inside.media.silent = false;
  expect((await open('k')).status).toBe(201);
});
