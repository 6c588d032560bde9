import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openKeychainEntry } from './keychain-entry.ts';
import { createKeychain, type KeychainAddon } from './keychain.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const secret = 'the refresh token';

/** Keeps entries as a keychain does; `locked` leaves each question open until it is unlocked. */
function pretendedKeychain() {
  const entries = new Map<string, string>();
  const asked: string[] = [];
  let unlocked: Promise<void> = Promise.resolve();
  const question = async <T>(name: string, answer: () => T): Promise<T> => {
    asked.push(name);
    await unlocked;
    return answer();
  };
  const addon: KeychainAddon = {
    getPassword: (_, account) => question('get', () => entries.get(account) ?? null),
    setPassword: (_, account, value) => question('set', () => void entries.set(account, value)),
    deletePassword: (_, account) => question('delete', () => entries.delete(account)),
  };
  const lock = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    unlocked = promise;
    return resolve;
  };
  return { entries, asked, addon, lock };
}
const given = (pretended = pretendedKeychain()) => {
  const keychain = createKeychain(() => pretended.addon);
  const open = (account: 'session' | 'proxy', platform: NodeJS.Platform = 'linux') =>
    openKeychainEntry({ keychain, account, limitMs: 5_000, platform });
  return { ...pretended, keychain, open, credentials: open('session') };
};
/** What the call answers after as much time as it takes. */
const inTime = async <T>(answer: Promise<T>): Promise<T> => {
  await vi.advanceTimersByTimeAsync(5_000);
  return answer;
};

test('what is written is read until it is removed, by this account alone', async () => {
  const { credentials, open } = given();
  expect(await credentials.read()).toEqual({ ok: true, value: null });
  expect(await credentials.write(secret)).toEqual({ ok: true });
  expect(await credentials.read()).toEqual({ ok: true, value: secret });
  expect(await open('proxy').read()).toEqual({ ok: true, value: null });
  expect(await credentials.remove()).toEqual({ ok: true });
  expect(await credentials.remove()).toEqual({ ok: true });
  expect(await credentials.read()).toEqual({ ok: true, value: null });
});

test('what cannot be loaded is missing, and is tried again', async () => {
  const { addon } = pretendedKeychain();
  const load = vi.fn<() => KeychainAddon>(() => {
    throw new Error('libsecret-1.so.0: cannot open shared object file');
  });
  const credentials = openKeychainEntry({
    keychain: createKeychain(load),
    account: 'session',
    limitMs: 5_000,
  });
  expect(await credentials.read()).toEqual({ ok: false, error: 'keychain-missing' });
  load.mockReturnValue(addon);
  expect(await credentials.read()).toEqual({ ok: true, value: null });
  await credentials.read();
  expect(load).toHaveBeenCalledTimes(2);
});

// As libsecret 0.20, GLib 2.74 and gnome-keyring 42 said them here, in English; the French ones are GLib's own.
test.each([
  ['keychain-missing', 'Unknown or unsupported transport “disabled” for address “disabled:”'],
  ['keychain-missing', 'Could not connect: No such file or directory'],
  ['keychain-missing', 'Impossible de se connecter : Aucun fichier ou dossier de ce nom'],
  ['keychain-missing', 'The given address is empty'],
  ['keychain-missing', 'Cannot autolaunch D-Bus without X11 $DISPLAY'],
  ['keychain-missing', 'The name org.freedesktop.secrets was not provided by any .service files'],
  ['keychain-locked', 'Cannot create an item in a locked collection'],
  ['keychain-refused', 'Not enough memory resources are available to process this command.'],
  ['keychain-refused', ''],
])('%s is what this sentence means: %s', async (trouble, sentence) => {
  const { addon } = pretendedKeychain();
  const refusing = { ...addon, setPassword: () => Promise.reject(new Error(sentence)) };
  const keychain = createKeychain(() => refusing);
  const credentials = openKeychainEntry({ keychain, account: 'session', limitMs: 5_000 });
  expect(await credentials.write(secret)).toEqual({ ok: false, error: trouble });
});

test('a keychain that throws instead of answering refuses, and is asked again', async () => {
  const { addon } = pretendedKeychain();
  const throwing = vi.fn<KeychainAddon['getPassword']>(() => {
    throw new TypeError('no text');
  });
  const keychain = createKeychain(() => ({ ...addon, getPassword: throwing }));
  const credentials = openKeychainEntry({ keychain, account: 'session', limitMs: 5_000 });
  expect(await credentials.read()).toEqual({ ok: false, error: 'keychain-refused' });
  throwing.mockResolvedValue(secret);
  expect(await credentials.read()).toEqual({ ok: true, value: secret });
});

test('a keychain that waits for its user is locked after the limit, and holds one thread however often it is asked', async () => {
  const { credentials, open, asked, keychain, lock } = given();
  const unlock = lock();
  const all = [credentials.read(), credentials.read(), open('proxy').read()];
  expect(await inTime(Promise.all(all))).toEqual(all.map(() => ({ ok: false, error: 'keychain-locked' })));
  // Without any time passing.
  expect(await credentials.read()).toEqual({ ok: false, error: 'keychain-locked' });
  expect(asked).toEqual(['get']);
  unlock();
  await keychain.late();
  expect(keychain.busy()).toBeNull();
  expect(await credentials.read()).toEqual({ ok: true, value: null });
});

test('signing out while the keychain is locked leaves nothing there once it is unlocked', async () => {
  const { credentials, entries, asked, lock } = given();
  const unlock = lock();
  expect(await inTime(credentials.write(secret))).toEqual({ ok: false, error: 'keychain-locked' });
  expect(await credentials.remove()).toEqual({ ok: false, error: 'keychain-locked' });
  unlock();
  await expect.poll(() => asked).toEqual(['set', 'delete']);
  await credentials.read();
  expect(entries).toEqual(new Map());
});

test('of the secrets that a locked keychain did not take, the newest is there once it is unlocked', async () => {
  const { credentials, entries, asked, lock } = given();
  const unlock = lock();
  await inTime(credentials.write('first'));
  await credentials.write('second');
  await credentials.write('third');
  unlock();
  await expect.poll(() => entries.get('session')).toBe('third');
  expect(asked).toEqual(['set', 'set']);
});

test('what was written after the keychain was unlocked is not overwritten by what came before', async () => {
  const { credentials, entries, keychain, lock } = given();
  const unlock = lock();
  await inTime(credentials.write('first'));
  await credentials.write('second');
  unlock();
  await keychain.late();
  expect(await credentials.write('third')).toEqual({ ok: true });
  await credentials.read();
  expect(entries.get('session')).toBe('third');
});

test('on Windows what is longer than an entry may be is refused, and what it replaces goes', async () => {
  const { open, entries } = given();
  const credentials = open('session', 'win32');
  await credentials.write('é'.repeat(1_280));
  expect(await credentials.write('é'.repeat(1_281))).toEqual({ ok: false, error: 'secret-too-large' });
  expect(entries).toEqual(new Map());
  expect(await open('session', 'linux').write('é'.repeat(5_000))).toEqual({ ok: true });
});
