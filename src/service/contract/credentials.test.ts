import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startOidcProvider, type TestProvider } from '../testing/oidc-provider.ts';
import { codeIn, startBlackBoxService, type BlackBoxService } from './testing/black-box-service.ts';
import { failure, problemIn } from './testing/wire.ts';

let outside: BlackBoxService;
afterEach(() => outside.stop());
let provider: TestProvider;
beforeAll(async () => {
  provider = await startOidcProvider();
});
afterAll(() => provider.stop());

const rejoin = (token?: string) => outside.ask('POST /api/v1/participation/rejoin', { body: {}, token });
const lookUp = (code: string) => outside.ask('POST /api/v1/invitations/lookup', { body: { code } });

test('too-many-requests, 429: an address sends wrong codes; it says when to come again', async () => {
  // Loopback is never counted: the proxy that stands before the service says who asks.
  outside = await startBlackBoxService({
    ...provider.environment(),
    VISIO_TRUST_PROXY: '127.0.0.1/32',
    VISIO_MAX_FAILURES_PER_MINUTE: '1',
  });
  const guess = () =>
    outside.ask('POST /api/v1/invitations/lookup', {
      body: { code: 'A'.repeat(30) },
      headers: { 'x-forwarded-for': '192.0.2.1' },
    });
  expect(problemIn(await guess())).toEqual(failure('meeting-over', 404));
  const refused = await guess();
  expect(problemIn(refused)).toEqual(failure('too-many-requests', 429));
  expect(refused.headers['retry-after']).toBe('60');
});

test('with sign-in: not-signed-in without a token of an agent, not-an-agent with one of somebody else', async () => {
  outside = await startBlackBoxService(provider.environment());
  const agent = await outside.open({ token: await provider.issueToken('marie') });
  const camille = await provider.issueToken('camille');
  for (const call of ['POST /api/v1/meetings', 'GET /api/v1/meetings/mine']) {
    const body = call.startsWith('POST') ? { body: {} } : {};
    expect(problemIn(await outside.ask(call, body))).toEqual(failure('not-signed-in', 401));
    expect(problemIn(await outside.ask(call, { ...body, token: agent.participationToken }))).toEqual(
      failure('not-signed-in', 401),
    );
    expect(problemIn(await outside.ask(call, { ...body, token: camille }))).toEqual(
      failure('not-an-agent', 403),
    );
  }
  expect(problemIn(await outside.join(agent.meeting.links.participant, 'Paul', 'nonsense'))).toEqual(
    failure('not-signed-in', 401),
  );
  expect(problemIn(await rejoin(camille))).toEqual(failure('not-signed-in', 401));
});

test('ended, expired, unknown and forged have one answer, byte for byte, by code and by token', async () => {
  outside = await startBlackBoxService();
  const ended = await outside.open();
  const expired = await outside.open();
  await outside.ask('POST /api/v1/participation/end-meeting', { body: {}, token: ended.participationToken });
  const forged = 'A'.repeat(30);
  // Signed as it should be, of a meeting that this store never had.
  const unknown = outside.inside.deps.codes.write({ meetingId: 'AAAAAAAAAAAA', role: 'participant' });
  outside.inside.clock.pass(280 * 60_000);
  const codes = [
    codeIn(ended.meeting.links.participant),
    codeIn(expired.meeting.links.moderator),
    unknown,
    forged,
  ];
  for (const ask of [
    lookUp,
    (code: string) => outside.join(`/${code}`, 'Paul'),
    // Their names are not even looked at.
    (code: string) => outside.join(`/${code}`, '\u202e'),
  ]) {
    const answers = await Promise.all(codes.map(ask));
    for (const answer of answers) expect(problemIn(answer)).toEqual(failure('meeting-over', 404));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const withoutDate = answers.map(({ headers: { date: _date, ...others } }) => JSON.stringify(others));
    expect(new Set(withoutDate).size).toBe(1);
  }
  const tokens = await Promise.all(
    [ended, expired].map(({ participationToken }) => rejoin(participationToken)),
  );
  expect(tokens.map(({ text }) => text)).toEqual(Array(2).fill((await lookUp(forged)).text));
});
