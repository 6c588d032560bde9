import { expect, test } from 'vitest';
import type { Claims } from './issuer.ts';
import { createIntrospection } from './introspection.ts';

const audience = 'https://visio.example';
/** Has no limit of its own. */
const loopback = '127.0.0.1';

/** An issuer that answers when the test says so. */
function start() {
  const waiting: (() => void)[] = [];
  const questions: string[] = [];
  const spent = new Set<string>();
  const revoked = new Set<string>();
  const clock = { now: Date.UTC(2026, 10, 22, 9) };
  const introspect = createIntrospection({
    issuer: 'https://sso.example',
    audience,
    clock: () => clock.now,
    isSpent: (address) => spent.has(address),
    asked: {
      report: () => undefined,
      introspect: (token) => {
        questions.push(token);
        return new Promise<Claims>((resolve) => {
          waiting.push(() =>
            resolve({ active: token.startsWith('good') && !revoked.has(token), aud: audience, sub: token }),
          );
        });
      },
    },
  });
  const answerAll = () => waiting.splice(0).forEach((answer) => answer());
  return { introspect, answerAll, questions, clock, spent, revoked };
}

test('one token is asked about once at a time, whoever sends it', async () => {
  const { introspect, answerAll, questions } = start();
  const all = Array.from({ length: 100 }, () => introspect('good', loopback));
  answerAll();
  expect((await Promise.all(all)).every((answer) => answer.ok)).toBe(true);
  expect(questions).toEqual(['good']);
});

/** Answers until nobody waits any more. */
async function settle<T>({ answerAll }: ReturnType<typeof start>, asked: readonly Promise<T>[]) {
  const over = new AbortController();
  const all = Promise.all(asked).finally(() => over.abort());
  while (!over.signal.aborted) {
    answerAll();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return all;
}
const told = (answers: readonly { readonly ok: boolean; readonly error?: string }[]) =>
  answers.map((answer) => (answer.ok ? 'ok' : answer.error));
/** Asks and has the issuer answer. */
async function ask(issuer: ReturnType<typeof start>, token: string, address = loopback) {
  const answer = issuer.introspect(token, address);
  issuer.answerAll();
  return answer;
}

test('invented tokens are no flood at the issuer: it is asked about twenty-four at a time, and some hundreds wait', async () => {
  const issuer = start();
  const all = Array.from({ length: 500 }, (_, n) => issuer.introspect(`bad-${n}`, loopback));
  expect(issuer.questions).toHaveLength(24);
  const answers = told(await settle(issuer, all));
  expect(answers.filter((answer) => answer === 'invalid')).toHaveLength(24 + 256);
  expect(answers.filter((answer) => answer === 'unknown')).toHaveLength(220);
  expect((await ask(issuer, 'good')).ok).toBe(true);
});

test('what is remembered is bounded, and ten thousand invented tokens push no good one out', async () => {
  const issuer = start();
  await ask(issuer, 'good-first');
  for (let n = 0; n <= 10_000; n += 1) await ask(issuer, `bad-${n}`);
  await ask(issuer, 'good-first');
  expect(issuer.questions).toHaveLength(10_002);
  await ask(issuer, 'bad-0');
  expect(issuer.questions).toHaveLength(10_003);
  for (let n = 0; n < 10_000; n += 1) await ask(issuer, `good-${n}`);
  await ask(issuer, 'good-first');
  expect(issuer.questions).toHaveLength(20_004);
});

test('whoever has ten networks of their own takes no agent’s place: neither a turn nor a place to wait', async () => {
  const issuer = start();
  const invented = [];
  for (let net = 0; net < 40; net += 1)
    for (let n = 0; n < 40; n += 1)
      invented.push(issuer.introspect(`bad-${net}-${n}`, `2001:db8:1:${net.toString(16)}::${n}`));
  const agents = ['good-a', 'good-b'].map((token, n) => issuer.introspect(token, `192.0.2.${n}`));
  issuer.answerAll();
  await new Promise((resolve) => setImmediate(resolve));
  // The very next turns are theirs.
  issuer.answerAll();
  expect(told(await Promise.all(agents))).toEqual(['ok', 'ok']);
  await settle(issuer, invented);
});

test('an agent who worked behind an address goes on working when a neighbour there sends wrong tokens without end', async () => {
  const issuer = start();
  const school = '192.0.2.66';
  await ask(issuer, 'good-teacher', school);
  issuer.clock.now += 50 * 60_000;
  issuer.spent.add(school);
  const invented = Array.from({ length: 40 }, (_, n) => issuer.introspect(`bad-${n}`, school));
  const others = Array.from({ length: 24 }, (_, n) =>
    issuer.introspect(`bad-elsewhere-${n}`, `198.51.100.${n}`),
  );
  const teacher = issuer.introspect('good-teacher', school);
  expect(told(await settle(issuer, [teacher]))).toEqual(['ok']);
  await settle(issuer, others);
  expect(new Set(told(await Promise.all(invented)))).toEqual(new Set(['too-often']));
  // An hour later nobody remembers them.
  issuer.clock.now += 61 * 60_000;
  expect(told([await issuer.introspect('good-teacher', school)])).toEqual(['too-often']);
});

test('a token that was good and is void now has lost its place', async () => {
  const issuer = start();
  await ask(issuer, 'good-once', '192.0.2.66');
  issuer.clock.now += 61_000;
  issuer.revoked.add('good-once');
  issuer.spent.add('192.0.2.66');
  expect(told([await ask(issuer, 'good-once', '192.0.2.66')])).toEqual(['invalid']);
  issuer.clock.now += 6000;
  expect(told([await issuer.introspect('good-once', '192.0.2.66')])).toEqual(['too-often']);
});

test('a stranger with forty invented tokens keeps no agent waiting: four questions at a time are theirs', async () => {
  const issuer = start();
  const { introspect, answerAll, questions } = issuer;
  const invented = Array.from({ length: 40 }, (_, n) => introspect(`bad-${n}`, '192.0.2.66'));
  const agents = Array.from({ length: 8 }, (_, n) => introspect(`good-${n}`, `192.0.2.${n}`));
  expect(questions.filter((token) => token.startsWith('bad'))).toHaveLength(4);
  expect(questions.filter((token) => token.startsWith('good'))).toHaveLength(8);
  answerAll();
  expect((await Promise.all(agents)).every(({ ok }) => ok)).toBe(true);
  // The others have their turn, as far as there are places to wait.
  const answers = told(await settle(issuer, invented));
  expect(answers.filter((answer) => answer === 'invalid')).toHaveLength(32);
  expect(answers.filter((answer) => answer === 'unknown')).toHaveLength(8);
});

test('for an address that has sent too many wrong tokens nobody is asked any more; what is known already is answered', async () => {
  const { introspect, answerAll, questions, spent } = start();
  const known = introspect('good', '192.0.2.66');
  answerAll();
  await known;
  spent.add('192.0.2.66');
  expect(await introspect('bad', '192.0.2.66')).toEqual({ ok: false, error: 'too-often' });
  expect((await introspect('good', '192.0.2.66')).ok).toBe(true);
  expect(questions).toEqual(['good']);
});

test('whoever waits for a turn when the address is used up is not asked about', async () => {
  const { introspect, answerAll, questions, spent } = start();
  const invented = Array.from({ length: 8 }, (_, n) => introspect(`bad-${n}`, '192.0.2.66'));
  spent.add('192.0.2.66');
  answerAll();
  const answers = (await Promise.all(invented)).map((answer) => (answer.ok ? 'ok' : answer.error));
  expect(answers).toEqual([...Array(4).fill('invalid'), ...Array(4).fill('too-often')]);
  expect(questions).toHaveLength(4);
});

test('a token that was good has a place at the issuer when strangers everywhere have taken all the others', async () => {
  const { introspect, answerAll, questions, clock } = start();
  const first = introspect('good', '192.0.2.1');
  answerAll();
  await first;
  clock.now += 61_000;
  for (let n = 0; n < 30; n += 1) void introspect(`bad-${n}`, `198.51.${n}.1`);
  const again = introspect('good', '192.0.2.1');
  expect(questions.at(-1)).toBe('good');
  answerAll();
  expect((await again).ok).toBe(true);
});

test('where the issuer does not answer, those who wait for their turn are told at once', async () => {
  const clock = () => 0;
  const failing: (() => void)[] = [];
  const introspect = createIntrospection({
    issuer: 'https://sso.example',
    audience,
    clock,
    isSpent: () => false,
    asked: {
      report: () => undefined,
      introspect: () => new Promise<Claims>((_, reject) => failing.push(() => reject(new Error('gone')))),
    },
  });
  const all = Array.from({ length: 20 }, (_, n) => introspect(`good-${n}`, '192.0.2.1'));
  expect(failing).toHaveLength(4);
  for (const fail of failing) fail();
  expect((await Promise.all(all)).map((answer) => !answer.ok && answer.error)).toEqual(
    Array.from({ length: 20 }, () => 'unknown'),
  );
  expect(failing).toHaveLength(4);
});
