import { expect, test, vi } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { words } from '../../shared/words/words.ts';
import { signInByBrowser, type Ask } from './browser-sign-in.ts';
import type { IdentityProvider, Tokens } from './identity-provider.ts';

const never = new Promise<never>(() => undefined);
const tokens: Tokens = { accessToken: 'access', expiresAt: 1, refreshToken: 'refresh', name: '' };

function attempt(different: Partial<IdentityProvider>, openInBrowser: Ask['openInBrowser']) {
  const cancel = new AbortController();
  const revoke = vi.fn(async () => undefined);
  const provider: IdentityProvider = {
    // The provider sends the browser straight back.
    begin: async (redirectUri, { state }) => ok(new URL(`${redirectUri}?code=c&state=${state}`)),
    redeem: async () => ok(tokens),
    refresh: async () => ({ rotated: null, tokens: err('sign-in-refused') }),
    revoke,
    ...different,
  };
  const answer = signInByBrowser({
    provider,
    openInBrowser,
    words: words.fr.signIn,
    language: 'fr',
    cancelled: cancel.signal,
    patienceMs: 60_000,
  });
  return { answer, cancel, revoke };
}
const comesBack = async (address: string): Promise<boolean> => {
  void fetch(address).catch(() => undefined);
  return true;
};

test('the browser comes back with what the provider gives tokens for', async () => {
  expect(await attempt({}, comesBack).answer).toEqual(ok(tokens));
});

test('a provider that does not answer does not keep the agent who cancels', async () => {
  const { answer, cancel } = attempt({ begin: () => never }, comesBack);
  cancel.abort();
  expect(await answer).toEqual(err('sign-in-cancelled'));
});

test('whoever cancels while the browser is being opened waits for nothing more', async () => {
  const opening = Promise.withResolvers<void>();
  const { answer, cancel } = attempt({}, async () => {
    opening.resolve();
    return true;
  });
  await opening.promise;
  cancel.abort();
  expect(await answer).toEqual(err('sign-in-cancelled'));
  const stuck = Promise.withResolvers<void>();
  const second = attempt({}, () => {
    stuck.resolve();
    return never;
  });
  await stuck.promise;
  second.cancel.abort();
  expect(await second.answer).toEqual(err('sign-in-cancelled'));
});

test('a browser that cannot be opened is said, and one that is back before it is known to be open is waited for no longer', async () => {
  expect(await attempt({}, async () => false).answer).toEqual(err('browser-missing'));
  const back = attempt({}, (address) => {
    void comesBack(address);
    return never;
  });
  expect(await back.answer).toEqual(ok(tokens));
});

test('tokens that come after the agent has cancelled are given back', async () => {
  const asked = Promise.withResolvers<void>();
  const given = Promise.withResolvers<Awaited<ReturnType<IdentityProvider['redeem']>>>();
  const redeem = (): typeof given.promise => {
    asked.resolve();
    return given.promise;
  };
  const { answer, cancel, revoke } = attempt({ redeem }, comesBack);
  await asked.promise;
  cancel.abort();
  expect(await answer).toEqual(err('sign-in-cancelled'));
  expect(revoke).not.toHaveBeenCalled();
  given.resolve(ok(tokens));
  await expect.poll(() => revoke).toHaveBeenCalledExactlyOnceWith('refresh');
});
