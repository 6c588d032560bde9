import { expect, test } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import type { KeychainEntry } from '../credentials/keychain-entry.ts';
import {
  openProxyAuthenticator,
  type AskingProxy,
  type Preauthenticate,
  type ProxyAnswer,
} from './proxy-authenticator.ts';

const office: AskingProxy = { host: 'proxy.example', port: 3128 };
const elsewhere: AskingProxy = { host: 'proxy.hotel.example', port: 8080 };
const right = 'right horse';

/** A proxy that takes one password, once and for all, as Chromium remembers it. */
function proxyAt(proxy: AskingProxy): { preauthenticate: Preauthenticate; seen: string[] } {
  const seen: string[] = [];
  let isOpen = false;
  return {
    seen,
    async preauthenticate(_address, login) {
      while (!isOpen) {
        const given = await login(proxy);
        if (given === null) return 'refused';
        seen.push(given.password);
        isOpen = given.password === right;
      }
      return 'open';
    },
  };
}

function keychain(secret: string | null = null): KeychainEntry & { secret(): string | null } {
  let stored = secret;
  return {
    secret: () => stored,
    read: async () => ok(stored),
    write: async (next) => {
      stored = next;
      return ok();
    },
    remove: async () => {
      stored = null;
      return ok();
    },
  };
}

const typing = (...answers: readonly (ProxyAnswer | null)[]) => {
  const questions: (string | null)[] = [];
  const ask = async ({ before }: { before: string | null }): Promise<ProxyAnswer | null> => {
    const answer = answers[questions.length];
    if (answer === undefined) throw new Error('nobody expected to be asked again');
    questions.push(before);
    return answer;
  };
  return { ask, questions };
};
const marie = (password: string, keep = false): ProxyAnswer => ({ user: 'marie', password, keep });
const storedFor = ({ host, port }: AskingProxy, password = right): string =>
  JSON.stringify({ host, port, user: 'marie', password });

test('the user is asked once; nothing is kept that they did not wish to keep', async () => {
  const store = keychain();
  const user = typing(marie(right));
  const pass = openProxyAuthenticator({
    preauthenticate: proxyAt(office).preauthenticate,
    ask: user.ask,
    credentials: store,
  });
  expect(await Promise.all([pass('https://a.example', 'insist'), pass('wss://b.example', 'quiet')])).toEqual([
    'open',
    'open',
  ]);
  expect(store.secret()).toBeNull();
});

test('a wrong password is asked for again, with the name that was typed; only the right one is kept', async () => {
  const store = keychain();
  const user = typing(marie('wrong', true), marie(right, true));
  const pass = openProxyAuthenticator({
    preauthenticate: proxyAt(office).preauthenticate,
    ask: user.ask,
    credentials: store,
  });
  expect(await pass('https://a.example', 'insist')).toBe('open');
  expect(user.questions).toEqual([null, 'marie']);
  expect(store.secret()).toBe(storedFor(office));
});

test('what the keychain has is given without asking', async () => {
  const credentials = keychain(storedFor(office));
  const pass = openProxyAuthenticator({
    preauthenticate: proxyAt(office).preauthenticate,
    ask: typing().ask,
    credentials,
  });
  expect(await pass('https://a.example', 'quiet')).toBe('open');
});

test('what the keychain has for one proxy is never shown to another', async () => {
  const proxy = proxyAt(elsewhere);
  const credentials = keychain(storedFor(office));
  const pass = openProxyAuthenticator({
    preauthenticate: proxy.preauthenticate,
    ask: typing(null).ask,
    credentials,
  });
  expect(await pass('https://a.example', 'insist')).toBe('refused');
  expect(proxy.seen).toEqual([]);
});

test('a password that was changed meanwhile is asked for, and said to be wrong', async () => {
  const credentials = keychain(storedFor(office, 'of last year'));
  const user = typing(marie(right, true));
  const pass = openProxyAuthenticator({
    preauthenticate: proxyAt(office).preauthenticate,
    ask: user.ask,
    credentials,
  });
  expect(await pass('https://a.example', 'insist')).toBe('open');
  expect(user.questions).toEqual(['marie']);
  expect(credentials.secret()).toBe(storedFor(office));
});

test('whoever declined is not asked again by what runs by itself, but by their next click', async () => {
  const user = typing(null, marie(right));
  const pass = openProxyAuthenticator({
    preauthenticate: proxyAt(office).preauthenticate,
    ask: user.ask,
    credentials: keychain(),
  });
  expect(await pass('https://a.example', 'insist')).toBe('refused');
  expect(await pass('https://a.example', 'quiet')).toBe('refused');
  expect(await pass('https://a.example', 'insist')).toBe('open');
});

test.each([
  ['is missing', err('keychain-missing' as const)],
  ['holds something else', ok('not of ours')],
  ['holds another shape', ok('{"user":"marie"}')],
])('a keychain that %s loses the comfort, not the way', async (_what, read) => {
  const credentials: KeychainEntry = {
    read: async () => read,
    write: async () => err('keychain-missing'),
    remove: async () => err('keychain-missing'),
  };
  const user = typing(marie(right, true));
  const pass = openProxyAuthenticator({
    preauthenticate: proxyAt(office).preauthenticate,
    ask: user.ask,
    credentials,
  });
  expect(await pass('https://a.example', 'insist')).toBe('open');
});

test('in one run the proxy gets what was typed, though the keychain does not keep it', async () => {
  const user = typing(marie(right));
  const twice = async (): Promise<Preauthenticate> => {
    const [first, second] = [proxyAt(office), proxyAt(office)];
    let turn = 0;
    return (address, login) => (turn++ === 0 ? first : second).preauthenticate(address, login);
  };
  const pass = openProxyAuthenticator({
    preauthenticate: await twice(),
    ask: user.ask,
    credentials: keychain(),
  });
  await pass('https://a.example', 'insist');
  expect(await pass('https://a.example', 'quiet')).toBe('open');
  expect(user.questions).toEqual([null]);
});

test('a hundred calls that wait for one answer ask once, and the next click asks again', async () => {
  const user = typing(null, null);
  const pass = openProxyAuthenticator({
    preauthenticate: proxyAt(office).preauthenticate,
    ask: user.ask,
    credentials: keychain(),
  });
  const all = await Promise.all(Array.from({ length: 100 }, () => pass('https://visio.example', 'insist')));
  expect(new Set(all)).toEqual(new Set(['refused']));
  expect(user.questions).toHaveLength(1);
  await pass('https://visio.example', 'insist');
  expect(user.questions).toHaveLength(2);
});

/** The proxy of above on a network that breaks behind each of the first logins. */
function breaking(times: number): { preauthenticate: Preauthenticate; seen: string[] } {
  const proxy = proxyAt(office);
  const seen: string[] = [];
  let left = times;
  return {
    seen,
    async preauthenticate(address, login) {
      if (left === 0) return proxy.preauthenticate(address, login);
      left -= 1;
      const given = await login(office);
      if (given !== null) seen.push(given.password);
      return given === null ? 'refused' : 'closed';
    },
  };
}

test('a network that breaks behind the login is tried again with it, and nobody is asked twice', async () => {
  const credentials = keychain();
  const user = typing(marie(right, true));
  const pass = openProxyAuthenticator({
    preauthenticate: breaking(1).preauthenticate,
    ask: user.ask,
    credentials,
  });
  expect(await pass('https://a.example', 'insist')).toBe('open');
  expect(user.questions).toEqual([null]);
  expect(credentials.secret()).toBe(storedFor(office));
});

test('what was typed before a network that stays broken is offered when it is back, and kept nowhere before', async () => {
  const credentials = keychain();
  const user = typing(marie(right, true));
  const proxy = breaking(2);
  const pass = openProxyAuthenticator({ preauthenticate: proxy.preauthenticate, ask: user.ask, credentials });
  expect(await pass('https://a.example', 'insist')).toBe('closed');
  expect([proxy.seen, credentials.secret()]).toEqual([[right, right], null]);
  expect(await pass('https://a.example', 'quiet')).toBe('open');
  expect([user.questions, credentials.secret()]).toEqual([[null], storedFor(office)]);
});

test.each([
  ['typed', keychain(), [marie('wrong'), marie(right, true)]],
  ['stored', keychain(storedFor(office, 'wrong')), [marie(right, true)]],
])(
  'a login that was %s and that the proxy answers by closing is not offered for ever, and only a click asks for another: the directory would lock the account',
  async (_where, credentials, answers) => {
    const user = typing(...answers);
    const seen: string[] = [];
    const preauthenticate: Preauthenticate = async (_address, login) => {
      const given = await login(office);
      if (given === null) return 'refused';
      seen.push(given.password);
      return given.password === right ? 'open' : 'closed';
    };
    const pass = openProxyAuthenticator({ preauthenticate, ask: user.ask, credentials });
    await pass('https://a.example', 'insist');
    for (let n = 0; n < 20; n += 1) await pass('https://a.example', 'quiet');
    expect(seen).toEqual(['wrong', 'wrong', 'wrong']);
    expect(await pass('https://a.example', 'insist')).toBe('open');
    expect(credentials.secret()).toBe(storedFor(office));
  },
);

/** Takes one password; every other is answered by closing the connection, and so are all while the network is broken. */
function closingProxy() {
  const proxy = { seen: [] as string[], good: right, isBroken: false };
  const preauthenticate: Preauthenticate = async (_address, login) => {
    const given = await login(office);
    if (given === null) return 'refused';
    proxy.seen.push(given.password);
    return !proxy.isBroken && given.password === proxy.good ? 'open' : 'closed';
  };
  return Object.assign(proxy, { preauthenticate });
}

test('a login that a proxy has accepted is offered three times while the network breaks behind it, and again by a click', async () => {
  const user = typing(marie(right));
  const proxy = closingProxy();
  const pass = openProxyAuthenticator({
    preauthenticate: proxy.preauthenticate,
    ask: user.ask,
    credentials: keychain(),
  });
  expect(await pass('https://a.example', 'insist')).toBe('open');
  for (let round = 0; round < 2; round += 1) {
    proxy.seen = [];
    proxy.isBroken = true;
    for (let n = 0; n < 20; n += 1) expect(await pass('https://a.example', 'quiet')).not.toBe('open');
    expect(proxy.seen).toEqual([right, right, right]);
    proxy.isBroken = false;
    expect(await pass('https://a.example', 'quiet')).toBe('refused');
    expect(await pass('https://a.example', 'insist')).toBe('open');
    expect(await pass('https://a.example', 'quiet')).toBe('open');
  }
  expect(user.questions).toEqual([null]);
});

test('an accepted login whose password has changed is offered once more by a click, and the next click asks for the new one', async () => {
  const user = typing(marie('of yesterday'), marie(right));
  const proxy = Object.assign(closingProxy(), { good: 'of yesterday' });
  const pass = openProxyAuthenticator({
    preauthenticate: (...asked) => proxy.preauthenticate(...asked),
    ask: user.ask,
    credentials: keychain(),
  });
  expect(await pass('https://a.example', 'insist')).toBe('open');
  proxy.good = right;
  proxy.seen = [];
  for (let n = 0; n < 20; n += 1) await pass('https://a.example', 'quiet');
  expect(await pass('https://a.example', 'insist')).toBe('closed');
  for (let n = 0; n < 20; n += 1) await pass('https://a.example', 'quiet');
  expect([proxy.seen.length, user.questions.length]).toEqual([4, 1]);
  expect(await pass('https://a.example', 'insist')).toBe('open');
  expect(proxy.seen.slice(4)).toEqual([right]);
});

test('a right login that is typed once more is as good as new, however often the network broke behind it before', async () => {
  const user = typing(marie(right), marie(right));
  const proxy = closingProxy();
  const pass = openProxyAuthenticator({
    preauthenticate: proxy.preauthenticate,
    ask: user.ask,
    credentials: keychain(),
  });
  proxy.isBroken = true;
  expect(await pass('https://a.example', 'insist')).toBe('closed');
  expect(await pass('https://a.example', 'quiet')).toBe('closed');
  expect(await pass('https://a.example', 'insist')).toBe('closed');
  expect([proxy.seen.length, user.questions.length]).toEqual([5, 2]);
  proxy.isBroken = false;
  expect(await pass('https://a.example', 'quiet')).toBe('open');
  expect(user.questions).toHaveLength(2);
});

test('what the proxy has refused is never offered to it again by itself', async () => {
  const user = typing(marie('wrong'), null, marie(right));
  const proxy = proxyAt(office);
  const pass = openProxyAuthenticator({
    preauthenticate: proxy.preauthenticate,
    ask: user.ask,
    credentials: keychain(),
  });
  expect(await pass('https://a.example', 'insist')).toBe('refused');
  expect(await pass('https://a.example', 'insist')).toBe('open');
  expect(proxy.seen).toEqual(['wrong', right]);
});

test('a stored login that the proxy refused once is offered to it no more, however often the app reconnects', async () => {
  const credentials = keychain(storedFor(office, 'of last year'));
  const user = typing(null, marie(right, true));
  const proxy = proxyAt(office);
  const pass = openProxyAuthenticator({ preauthenticate: proxy.preauthenticate, ask: user.ask, credentials });
  expect(await pass('https://a.example', 'quiet')).toBe('refused');
  for (let n = 0; n < 20; n += 1) expect(await pass('https://a.example', 'quiet')).toBe('refused');
  expect(proxy.seen).toEqual(['of last year']);
  expect(await pass('https://a.example', 'insist')).toBe('open');
  expect([proxy.seen, credentials.secret()]).toEqual([['of last year', right], storedFor(office)]);
});

test('what was typed for this run and is refused later does not bring the older stored one back', async () => {
  const credentials = keychain(storedFor(office, 'of last year'));
  const user = typing(marie('of today'), null);
  let good = 'of today';
  const seen: string[] = [];
  const preauthenticate: Preauthenticate = async (_address, login) => {
    for (;;) {
      const given = await login(office);
      if (given === null) return 'refused';
      seen.push(given.password);
      if (given.password === good) return 'open';
    }
  };
  const pass = openProxyAuthenticator({ preauthenticate, ask: user.ask, credentials });
  expect(await pass('https://a.example', 'insist')).toBe('open');
  good = 'of tomorrow';
  for (let n = 0; n < 5; n += 1) expect(await pass('https://a.example', 'quiet')).toBe('refused');
  expect(seen).toEqual(['of last year', 'of today', 'of today']);
});

test('a login that another proxy wanted is not taken for proven by the one that let us through', async () => {
  const credentials = keychain(storedFor(elsewhere));
  const user = typing(marie('unseen', true));
  const here = breaking(2);
  const there = proxyAt(elsewhere);
  let isMoved = false;
  const preauthenticate: Preauthenticate = (address, login) =>
    (isMoved ? there : here).preauthenticate(address, login);
  const pass = openProxyAuthenticator({ preauthenticate, ask: user.ask, credentials });
  expect(await pass('https://a.example', 'insist')).toBe('closed');
  isMoved = true;
  expect(await pass('https://a.example', 'quiet')).toBe('open');
  expect([there.seen, credentials.secret()]).toEqual([[right], storedFor(elsewhere)]);
});

test('a second proxy on the way gets its own login, and does not spoil the one of the first', async () => {
  const credentials = keychain(storedFor(elsewhere));
  const user = typing(marie('for the office'));
  const seen: string[] = [];
  const preauthenticate: Preauthenticate = async (_address, login) => {
    for (const proxy of [office, elsewhere]) {
      const given = await login(proxy);
      if (given === null) return 'refused';
      seen.push(given.password);
    }
    return 'open';
  };
  const pass = openProxyAuthenticator({ preauthenticate, ask: user.ask, credentials });
  expect(await pass('https://a.example', 'insist')).toBe('open');
  expect(await pass('https://a.example', 'quiet')).toBe('open');
  expect([seen, user.questions]).toEqual([['for the office', right, 'for the office', right], [null]]);
});
