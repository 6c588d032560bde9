import { beforeEach, expect, test, vi } from 'vitest';
import { err, ok, type Result } from '../../shared/result.ts';
import type { NotKept, SignInState, SignInTrouble } from '../../shared/sign-in.ts';
import type { ProviderTrouble, Tokens } from './identity-provider.ts';
import { openSession, type Session } from './session.ts';

const server = 'https://visio.example';
const signIn = { issuer: 'https://sso.example', clientId: 'app', scopes: ['openid'], resource: server };
const tokens = (n: number, more: Partial<Tokens> = {}): Tokens => ({
  accessToken: `access ${n}`,
  expiresAt: 600_000,
  refreshToken: `refresh ${n}`,
  name: 'Marie Gérard',
  ...more,
});

let clock = 0;
let entry: string | null = null;
let keychain: NotKept | null = null;
let unlocked: Promise<void> | null = null;
let order: string[] = [];
let settings = { server, signInIssuer: '', signInClientId: '' };
let states: SignInState[] = [];
/** What a refresh brings though the rest of the answer is no good. */
let rotated: string | null = null;
/** What the user agreed to, and what they answer when they are asked. */
let agreed: string[] = [];
let answer = true;
const asked = vi.fn();
/** What each provider that was connected to is asked for. */
let resources: (string | null)[] = [];
const revoke = vi.fn(async () => undefined);
const refresh = vi.fn<(token: string) => Promise<Result<Tokens, ProviderTrouble>>>();
const browse = vi.fn<(cancelled: AbortSignal) => Promise<Result<Tokens, SignInTrouble>>>();

const credentials = {
  read: async () => (keychain ? err(keychain) : ok(entry)),
  write: async (secret: string) => {
    order.push('stored');
    if (keychain) return err(keychain);
    entry = secret;
    return ok();
  },
  remove: async (): Promise<Result<void, NotKept>> => {
    entry = null;
    return ok();
  },
};
const open = (): Session =>
  openSession({
    settings: () => settings,
    connect: ({ resource }) => {
      resources.push(resource);
      return {
        begin: vi.fn(),
        redeem: vi.fn(),
        revoke,
        async refresh(token) {
          const given = await refresh(token);
          return { rotated: rotated ?? (given.ok ? given.value.refreshToken : null), tokens: given };
        },
      };
    },
    credentials,
    agreements: {
      has: (about) => agreed.includes(JSON.stringify(about)),
      async ask(about, cancelled) {
        asked(about);
        if (answer) agreed.push(JSON.stringify(about));
        return answer && !cancelled.aborted;
      },
    },
    unlocked: () => unlocked,
    signInByBrowser: (_provider, cancelled) => browse(cancelled),
    onState: (state) => {
      states.push(state);
      order.push(state.name);
    },
    now: () => clock,
  });
async function signedIn(): Promise<Session> {
  const session = open();
  await session.useService({ signIn });
  browse.mockResolvedValueOnce(ok(tokens(1)));
  await session.signIn();
  return session;
}

beforeEach(() => {
  [clock, entry, keychain, order, states, resources] = [0, null, null, [], [], []];
  settings = { server, signInIssuer: '', signInClientId: '' };
  [rotated, agreed, answer] = [null, [], true];
  for (const mock of [revoke, refresh, browse, asked]) mock.mockReset();
});

test('a service without sign-in asks nobody to', async () => {
  const session = open();
  await session.useService({ signIn: null });
  expect(session.state()).toEqual({ name: 'none' });
  expect(await session.accessToken(server)).toEqual(ok(null));
});

test('who signs in is kept before they count as signed in, and is still signed in at the next start', async () => {
  const session = await signedIn();
  expect(order).toEqual(['signed-out', 'signing-in', 'stored', 'signed-in']);
  expect(await session.accessToken(server)).toEqual(ok('access 1'));
  const next = open();
  await next.useService({ signIn });
  expect(next.state()).toEqual({ name: 'signed-in', displayName: 'Marie Gérard', notKept: null });
});

test('nothing that the window is told holds a token', async () => {
  const session = await signedIn();
  expect(JSON.stringify([states, session.state()])).not.toMatch(/access|refresh/);
});

test.each(['https://other.example', 'https://visio.example:8443', 'http://visio.example'])(
  'the access token never goes to %s',
  async (origin) => {
    const session = await signedIn();
    expect(await session.accessToken(origin)).toEqual(ok(null));
  },
);

test('a new token is stored before it is used, and many who need one ask for one', async () => {
  const session = await signedIn();
  clock = 600_000;
  refresh.mockResolvedValueOnce(ok(tokens(2, { expiresAt: 1_200_000 })));
  order = [];
  const answers = await Promise.all([1, 2, 3].map(() => session.accessToken(server)));
  expect(answers).toEqual([ok('access 2'), ok('access 2'), ok('access 2')]);
  expect(refresh).toHaveBeenCalledExactlyOnceWith('refresh 1');
  expect(order).toEqual(['stored', 'signed-in']);
  expect(entry).toContain('refresh 2');
});

test('a refresh that the provider refuses says that the sign-in expired, and keeps nothing', async () => {
  const session = await signedIn();
  clock = 600_000;
  refresh.mockResolvedValueOnce(err('sign-in-refused'));
  expect(await session.accessToken(server)).toEqual(err({ code: 'session-expired' }));
  expect(session.state()).toEqual({ name: 'expired' });
  expect(entry).toBeNull();
  browse.mockResolvedValueOnce(ok(tokens(3, { expiresAt: 1_200_000 })));
  await session.signIn();
  expect(await session.accessToken(server)).toEqual(ok('access 3'));
});

test('a provider that is down signs nobody out', async () => {
  const session = await signedIn();
  clock = 600_000;
  refresh
    .mockResolvedValueOnce(err('sign-in-unreachable'))
    .mockResolvedValueOnce(ok(tokens(2, { expiresAt: 1e7 })));
  expect(await session.accessToken(server)).toEqual(err({ code: 'sign-in-unreachable' }));
  expect(session.state().name).toBe('signed-in');
  expect(await session.accessToken(server)).toEqual(ok('access 2'));
});

test('a token that the service does not take is replaced', async () => {
  const session = await signedIn();
  session.refused('access 1', true);
  refresh.mockResolvedValueOnce(ok(tokens(2)));
  expect(await session.accessToken(server)).toEqual(ok('access 2'));
});

test('a token that perhaps was good is replaced where another can be had, and kept where none can', async () => {
  const renewable = await signedIn();
  renewable.refused('access 1', false);
  refresh.mockResolvedValueOnce(ok(tokens(2)));
  expect(await renewable.accessToken(server)).toEqual(ok('access 2'));
  await renewable.signOut();
  browse.mockResolvedValueOnce(ok(tokens(3, { refreshToken: null })));
  await renewable.signIn();
  renewable.refused('access 3', false);
  expect(await renewable.accessToken(server)).toEqual(ok('access 3'));
  renewable.refused('access 3', true);
  expect(await renewable.accessToken(server)).toEqual(err({ code: 'session-expired' }));
});

test.each(['sign-in-unreachable', 'sign-in-refused'] as const)(
  'for a token that perhaps was good nobody is signed out or told of the provider: %s',
  async (trouble) => {
    const session = await signedIn();
    session.refused('access 1', false);
    refresh.mockResolvedValueOnce(err(trouble));
    expect(await session.accessToken(server)).toEqual(ok('access 1'));
    expect(session.state().name).toBe('signed-in');
  },
);

test.each(['keychain-missing', 'keychain-locked', 'keychain-refused', 'secret-too-large'] as const)(
  'with %s one is signed in until the app ends, and it is said',
  async (trouble) => {
    keychain = trouble;
    const session = await signedIn();
    expect(session.state()).toEqual({ name: 'signed-in', displayName: 'Marie Gérard', notKept: trouble });
    expect(await session.accessToken(server)).toEqual(ok('access 1'));
    expect(entry).toBeNull();
  },
);

test('a keychain that is unlocked later signs in whoever is kept there, if nothing else was wished meanwhile', async () => {
  await signedIn();
  const entryBefore = entry;
  const { promise, resolve } = Promise.withResolvers<void>();
  [keychain, unlocked] = ['keychain-locked', promise];
  const [waiting, signedOut] = [open(), open()];
  await waiting.useService({ signIn });
  await signedOut.useService({ signIn });
  const locked = { name: 'signed-out', trouble: null, keychain: 'keychain-locked' };
  expect(waiting.state()).toEqual(locked);
  await signedOut.signOut();
  [entry, keychain, unlocked] = [entryBefore, null, null];
  resolve();
  await expect.poll(() => waiting.state()).toMatchObject({ name: 'signed-in', notKept: null });
  expect(signedOut.state()).toMatchObject({ name: 'signed-out' });
});

test.each([
  ['another issuer', { ...signIn, issuer: 'https://new.example' }, server],
  ['another client', { ...signIn, clientId: 'new' }, server],
  ['another service', { ...signIn, resource: 'https://new.example' }, 'https://new.example'],
])('%s needs a new sign-in', async (_what, wanted, origin) => {
  await signedIn();
  settings = { ...settings, server: origin };
  const next = open();
  await next.useService({ signIn: wanted });
  expect(next.state().name).toBe('signed-out');
  expect(await next.accessToken(origin)).toEqual(ok(null));
});

test('the issuer that the administrator set wins over the service’s word', async () => {
  settings = { ...settings, signInIssuer: 'https://policy.example' };
  await signedIn();
  expect(entry).toContain('https://policy.example');
});

test('a second click while one attempt is on begins no other', async () => {
  const session = open();
  await session.useService({ signIn });
  const { promise, resolve } = Promise.withResolvers<Result<Tokens, SignInTrouble>>();
  browse.mockReturnValueOnce(promise);
  const first = session.signIn();
  await session.signIn();
  resolve(ok(tokens(1)));
  await first;
  expect(browse).toHaveBeenCalledOnce();
});

test('an attempt can be cancelled, and a failed one says why until that was read', async () => {
  const session = open();
  await session.useService({ signIn });
  browse.mockImplementationOnce(
    (cancelled) =>
      new Promise((resolve) =>
        cancelled.addEventListener('abort', () => resolve(err('sign-in-cancelled')), { once: true }),
      ),
  );
  const attempt = session.signIn();
  session.cancel();
  await attempt;
  expect(session.state()).toMatchObject({ name: 'signed-out', trouble: null });
  browse.mockResolvedValueOnce(err('sign-in-timed-out'));
  await session.signIn();
  expect(session.state()).toMatchObject({ name: 'signed-out', trouble: 'sign-in-timed-out' });
  session.cancel();
  expect(session.state()).toMatchObject({ name: 'signed-out', trouble: null });
});

test('an attempt that breaks in a way that nobody foresaw is one that failed', async () => {
  const session = open();
  await session.useService({ signIn });
  browse.mockRejectedValueOnce(new Error('no port'));
  await session.signIn();
  expect(session.state()).toMatchObject({ name: 'signed-out', trouble: 'sign-in-unreachable' });
});

test('signing out revokes and deletes, also when a new token is just on its way', async () => {
  const session = await signedIn();
  clock = 600_000;
  const { promise, resolve } = Promise.withResolvers<Result<Tokens, ProviderTrouble>>();
  refresh.mockReturnValueOnce(promise);
  const token = session.accessToken(server);
  await session.signOut();
  resolve(ok(tokens(2)));
  expect(await token).toMatchObject({ ok: false });
  expect(entry).toBeNull();
  expect(revoke.mock.calls.flat()).toEqual(['refresh 1', 'refresh 2']);
  expect(session.state().name).toBe('signed-out');
});

test('without a refresh token one is signed in until the access token is over', async () => {
  const session = open();
  await session.useService({ signIn });
  browse.mockResolvedValueOnce(ok(tokens(1, { refreshToken: null })));
  await session.signIn();
  expect(entry).toBeNull();
  clock = 600_000;
  expect(await session.accessToken(server)).toEqual(err({ code: 'session-expired' }));
});

test('a service that wants its tokens for another resource gets new ones, and nobody signs in again', async () => {
  const session = await signedIn();
  await session.useService({ signIn: { ...signIn, resource: 'https://visio.example/api' } });
  expect(session.state().name).toBe('signed-in');
  refresh.mockResolvedValueOnce(ok(tokens(2)));
  expect(await session.accessToken(server)).toEqual(ok('access 2'));
  expect(resources).toEqual([server, 'https://visio.example/api']);
  await session.useService({ signIn: { ...signIn, resource: 'https://visio.example/api' } });
  expect(resources).toHaveLength(2);
});

test('a token that the service refuses while a new one is on its way is not asked for twice', async () => {
  const session = await signedIn();
  clock = 600_000;
  const { promise, resolve } = Promise.withResolvers<Result<Tokens, ProviderTrouble>>();
  refresh.mockReturnValueOnce(promise);
  const first = session.accessToken(server);
  session.refused('access 1', true);
  const second = session.accessToken(server);
  await session.useService({ signIn: { ...signIn, resource: 'https://visio.example/api' } });
  const third = session.accessToken(server);
  resolve(ok(tokens(2, { expiresAt: 1e7 })));
  expect(await Promise.all([first, second, third])).toEqual(Array(3).fill(ok('access 2')));
  expect(refresh).toHaveBeenCalledExactlyOnceWith('refresh 1');
});

test('whoever is kept is signed in though the service asks for something else while the keychain is read', async () => {
  await signedIn();
  const { promise, resolve } = Promise.withResolvers<void>();
  const read = vi.spyOn(credentials, 'read').mockImplementationOnce(async () => {
    await promise;
    return ok(entry);
  });
  const session = open();
  const first = session.useService({ signIn });
  await session.useService({ signIn: { ...signIn, resource: 'https://visio.example/api' } });
  resolve();
  await first;
  expect(session.state().name).toBe('signed-in');
  read.mockRestore();
});

test('a late token of the former service leaves the keychain to whoever has signed in since', async () => {
  const session = await signedIn();
  clock = 600_000;
  const { promise, resolve } = Promise.withResolvers<Result<Tokens, ProviderTrouble>>();
  refresh.mockReturnValueOnce(promise);
  const late = session.accessToken(server);
  settings = { ...settings, server: 'https://new.example' };
  await session.useService({ signIn: { ...signIn, resource: 'https://new.example' } });
  browse.mockResolvedValueOnce(ok(tokens(7)));
  await session.signIn();
  resolve(ok(tokens(2)));
  expect(await late).toMatchObject({ ok: false });
  expect(entry).toContain('refresh 7');
  expect(revoke.mock.calls.flat()).toEqual(['refresh 2']);
});

test('tokens of an attempt that was overtaken are given back, and signing out ends an attempt', async () => {
  const session = open();
  await session.useService({ signIn });
  const { promise, resolve } = Promise.withResolvers<Result<Tokens, SignInTrouble>>();
  browse.mockReturnValueOnce(promise);
  const overtaken = session.signIn();
  await session.signOut();
  expect(browse.mock.calls[0]?.[0].aborted).toBe(true);
  browse.mockResolvedValueOnce(ok(tokens(3)));
  await session.signIn();
  resolve(ok(tokens(1)));
  await overtaken;
  expect(revoke.mock.calls.flat()).toEqual(['refresh 1']);
  expect(session.state().name).toBe('signed-in');
});

test('who signs in again while the keychain still deletes stays signed in', async () => {
  const session = await signedIn();
  const { promise, resolve } = Promise.withResolvers<Result<never, NotKept>>();
  const remove = vi.spyOn(credentials, 'remove').mockReturnValueOnce(promise);
  const signingOut = session.signOut();
  browse.mockResolvedValueOnce(ok(tokens(2)));
  await session.signIn();
  resolve(err('keychain-locked'));
  await signingOut;
  expect(session.state().name).toBe('signed-in');
  remove.mockRestore();
});

test('where nobody can sign in, nobody can sign out either', async () => {
  const session = open();
  await session.useService({ signIn: null });
  await session.signOut();
  expect(session.state()).toEqual({ name: 'none' });
});

const about = { server, issuer: signIn.issuer, clientId: signIn.clientId };
const anywhere = { ...signIn, resource: null };
const forAnother = { ...signIn, resource: 'https://real.example' };

test('a service that asks for a token of another one has nobody signed in, and it is said before any browser opens', async () => {
  const session = open();
  await session.useService({ signIn: forAnother });
  expect(session.state()).toMatchObject({ name: 'signed-out', trouble: null });
  await session.signIn();
  expect(session.state()).toMatchObject({ name: 'signed-out', trouble: 'sign-in-for-another' });
  expect(browse).not.toHaveBeenCalled();
  expect(asked).not.toHaveBeenCalled();
});

test('where tokens are good anywhere the user is asked once, before the browser opens, and at no later start', async () => {
  const session = open();
  await session.useService({ signIn: anywhere });
  answer = false;
  await session.signIn();
  expect(browse).not.toHaveBeenCalled();
  expect(session.state()).toMatchObject({ name: 'signed-out', trouble: null });
  answer = true;
  browse.mockResolvedValueOnce(ok(tokens(1)));
  await session.signIn();
  expect(session.state().name).toBe('signed-in');
  expect(asked.mock.calls).toEqual([[about], [about]]);
  const next = open();
  await next.useService({ signIn: anywhere });
  expect(next.state().name).toBe('signed-in');
  expect(asked).toHaveBeenCalledTimes(2);
});

test('an issuer that the administrator named for this service is not asked about', async () => {
  settings = { ...settings, signInIssuer: signIn.issuer };
  const session = open();
  await session.useService({ signIn: anywhere });
  browse.mockResolvedValueOnce(ok(tokens(1)));
  await session.signIn();
  expect(session.state().name).toBe('signed-in');
  expect(asked).not.toHaveBeenCalled();
});

test.each([
  ['a token that is good anywhere', anywhere],
  ['a token for another service', forAnother],
])('a service that comes to ask for %s gets no token of whoever is signed in', async (_what, wanted) => {
  const session = await signedIn();
  await session.useService({ signIn: wanted });
  expect(session.state().name).toBe('signed-out');
  expect(await session.accessToken(server)).toEqual(ok(null));
  const next = open();
  await next.useService({ signIn: wanted });
  expect(await next.accessToken(server)).toEqual(ok(null));
  expect(refresh).not.toHaveBeenCalled();
  // It comes to its senses.
  await next.useService({ signIn });
  expect(next.state().name).toBe('signed-in');
});

test('a yes to a question whose service was changed under it opens no browser', async () => {
  const session = open();
  await session.useService({ signIn: anywhere });
  const attempt = session.signIn();
  await session.useService({ signIn });
  await attempt;
  expect(browse).not.toHaveBeenCalled();
});

test.each<[ProviderTrouble, object]>([
  ['sign-in-answer-wrong', { code: 'sign-in-answer-wrong' }],
  ['sign-in-for-another', { code: 'sign-in-for-another' }],
  [{ clockAheadMs: 4_200_000 }, { code: 'clock-wrong', clockAheadMs: 4_200_000 }],
])(
  'a refresh whose answer is no good (%o) still keeps the new token, and the next one succeeds with it',
  async (trouble, said) => {
    const session = await signedIn();
    clock = 600_000;
    rotated = 'refresh 2';
    refresh.mockResolvedValueOnce(err(trouble));
    expect(await session.accessToken(server)).toEqual(err(said));
    expect(entry).toContain('refresh 2');
    expect(session.state().name).toBe('signed-in');
    rotated = null;
    refresh.mockResolvedValueOnce(ok(tokens(3, { expiresAt: 1e7 })));
    expect(await session.accessToken(server)).toEqual(ok('access 3'));
    expect(refresh.mock.calls.flat()).toEqual(['refresh 1', 'refresh 2']);
  },
);
