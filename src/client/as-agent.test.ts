import { expect, test, vi } from 'vitest';
import type { Failure, FailureCode } from '../shared/failure.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { asAgent, asAgentOrGuest } from './as-agent.ts';

const origin = 'https://visio.example';
/** Gives these tokens one after the other. */
function session(...given: Result<string | null, Failure>[]) {
  const accessToken = vi.fn(async () => given.shift() ?? err({ code: 'session-expired' as const }));
  return { accessToken, refused: vi.fn() };
}
const refusing = (...bad: string[]) =>
  vi.fn(async ({ token }: { token?: string }): Promise<Result<string, Failure>> =>
    token === undefined || !bad.includes(token) ? ok(token ?? 'guest') : err({ code: 'not-signed-in' }),
  );

test('a call carries the agent’s token, and none for who is not signed in', async () => {
  expect(await asAgent(session(ok('good')), origin, refusing())).toEqual(ok('good'));
  expect(await asAgent(session(ok(null)), origin, refusing())).toEqual(ok('guest'));
});

test('a token that the service does not take is replaced once, and no more', async () => {
  const once = session(ok('old'), ok('new'));
  expect(await asAgent(once, origin, refusing('old'))).toEqual(ok('new'));
  expect(once.refused).toHaveBeenCalledExactlyOnceWith('old', true);
  const ask = refusing('old', 'new');
  expect(await asAgent(session(ok('old'), ok('new')), origin, ask)).toEqual(err({ code: 'not-signed-in' }));
  expect(ask).toHaveBeenCalledTimes(2);
});

test.each([
  'session-expired',
  'sign-in-unreachable',
  'sign-in-answer-wrong',
  'sign-in-for-another',
  'clock-wrong',
] as const)('with %s nothing is asked in the agent’s name, but a guest gets in', async (code) => {
  const ask = refusing();
  expect(await asAgent(session(err({ code })), origin, ask)).toEqual(err({ code }));
  expect(ask).not.toHaveBeenCalled();
  expect(await asAgentOrGuest(session(err({ code })), origin, ask)).toEqual(ok('guest'));
});

test('a refusal that has nothing to do with signing in stays what it is', async () => {
  const locked = vi.fn(async () => err<Failure>({ code: 'meeting-locked' }));
  expect(await asAgentOrGuest(session(ok('good')), origin, locked)).toEqual(err({ code: 'meeting-locked' }));
  expect(locked).toHaveBeenCalledOnce();
});

/** Says these one after the other to whoever sends a token; a guest gets in. */
const saying = (...said: Result<string, Failure>[]) =>
  vi.fn(async ({ token }: { token?: string }) => (token && said.shift()) || ok('guest'));
const notJudged = (code: FailureCode, retryAfter: number) =>
  err<Failure>({ code, retryAfter, ofCredentials: true });
const never = async () => {
  throw new Error('nobody expected to wait');
};
const signedIn = () => session(ok('good'), ok('good'));

test('an agent whose token is not judged yet is asked for once more when the service says, and stays an agent', async () => {
  const ask = saying(notJudged('service-busy', 10), ok('moderator'));
  const wait = vi.fn(async () => undefined);
  expect(await asAgentOrGuest(signedIn(), origin, ask, wait)).toEqual(ok('moderator'));
  expect(wait).toHaveBeenCalledExactlyOnceWith(10_000);
});

test('an agent whose token is not judged then either gets in as a guest', async () => {
  const refused = notJudged('service-busy', 10);
  expect(await asAgent(signedIn(), origin, saying(refused))).toEqual(refused);
  const ask = saying(refused, refused, ok('too late'));
  expect(await asAgentOrGuest(signedIn(), origin, ask, async () => undefined)).toEqual(ok('guest'));
  expect(ask.mock.calls).toEqual([[{ token: 'good' }], [{ token: 'good' }], [{}]]);
});

test('a rotated token at an address that has sent too many wrong ones is replaced once: the opener stays an agent', async () => {
  const spent = notJudged('too-many-requests', 60);
  const once = session(ok('old'), ok('new'));
  const ask = saying(spent, ok('moderator'));
  expect(await asAgentOrGuest(once, origin, ask, never)).toEqual(ok('moderator'));
  expect(once.refused).toHaveBeenCalledExactlyOnceWith('old', false);
  expect(ask.mock.calls).toEqual([[{ token: 'old' }], [{ token: 'new' }]]);
  // The new one is not judged either: no third try.
  const still = saying(spent, spent, ok('too late'));
  expect(await asAgentOrGuest(session(ok('old'), ok('new')), origin, still, never)).toEqual(ok('guest'));
  expect(still).toHaveBeenCalledTimes(3);
  // No other can be had: the same is not sent again.
  const same = saying(spent, ok('too late'));
  expect(await asAgentOrGuest(signedIn(), origin, same, never)).toEqual(ok('guest'));
  expect(same).toHaveBeenCalledTimes(2);
});

test('nobody is kept waiting for a minute to be known as an agent', async () => {
  const wait = vi.fn(async () => undefined);
  const ask = saying(notJudged('too-many-requests', 60));
  expect(await asAgentOrGuest(signedIn(), origin, ask, wait)).toEqual(ok('guest'));
  expect(wait).not.toHaveBeenCalled();
});

test.each([
  ['service-busy', 5],
  ['service-busy', 2],
  ['too-many-requests', 60],
] as const)(
  'a service or a door with too much to do makes no guest of an agent: %s, %i s',
  async (code, retryAfter) => {
    const refused = err<Failure>({ code, retryAfter });
    const ask = saying(refused);
    expect(await asAgentOrGuest(signedIn(), origin, ask)).toEqual(refused);
    expect(ask).toHaveBeenCalledOnce();
  },
);

test('a service that gets too much to do meanwhile makes no guest of an agent either', async () => {
  const busy = err<Failure>({ code: 'service-busy', retryAfter: 5 });
  const ask = saying(notJudged('service-busy', 10), busy);
  expect(await asAgentOrGuest(signedIn(), origin, ask, async () => undefined)).toEqual(busy);
});
