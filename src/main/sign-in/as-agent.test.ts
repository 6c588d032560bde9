import { expect, test, vi } from 'vitest';
import type { Failure } from '../../shared/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
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
  expect(once.refused).toHaveBeenCalledExactlyOnceWith('old');
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

test.each(['too-many-requests', 'service-busy'] as const)(
  'an agent whose token is not judged just now still gets in as a guest: %s',
  async (code) => {
    const refused = err<Failure>({ code, retryAfter: 60 });
    const ask = vi.fn(async ({ token }: { token?: string }) => (token === undefined ? ok('guest') : refused));
    expect(await asAgent(session(ok('good')), origin, ask)).toEqual(refused);
    expect(await asAgentOrGuest(session(ok('good')), origin, ask)).toEqual(ok('guest'));
  },
);

test('whoever came as a guest already does not ask a stormed door twice', async () => {
  const stormed = vi.fn(async () => err<Failure>({ code: 'too-many-requests', retryAfter: 60 }));
  expect(await asAgentOrGuest(session(ok(null)), origin, stormed)).toMatchObject({ ok: false });
  expect(stormed).toHaveBeenCalledOnce();
});
