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
          waiting.push(() => resolve({ active: token.startsWith('good'), aud: audience, sub: token }));
        });
      },
    },
  });
  const answerAll = () => waiting.splice(0).forEach((answer) => answer());
  return { introspect, answerAll, questions, clock, spent };
}

test('one token is asked about once at a time, whoever sends it', async () => {
  const { introspect, answerAll, questions } = start();
  const all = Array.from({ length: 100 }, () => introspect('good', loopback));
  answerAll();
  expect((await Promise.all(all)).every((answer) => answer.ok)).toBe(true);
  expect(questions).toEqual(['good']);
});

test('invented tokens are no flood at the issuer: beyond thirty-two at a time nobody is asked', async () => {
  const { introspect, answerAll, questions } = start();
  const all = Array.from({ length: 500 }, (_, n) => introspect(`bad-${n}`, loopback));
  expect(questions).toHaveLength(32);
  answerAll();
  const answers = (await Promise.all(all)).map((answer) => (answer.ok ? 'ok' : answer.error));
  expect(answers.filter((answer) => answer === 'invalid')).toHaveLength(32);
  expect(answers.filter((answer) => answer === 'unknown')).toHaveLength(468);
  // The next one has its turn.
  const next = introspect('good', loopback);
  answerAll();
  expect((await next).ok).toBe(true);
});

test('what is remembered is bounded: ten thousand tokens later the first is asked about again', async () => {
  const { introspect, answerAll, questions } = start();
  const ask = async (token: string) => {
    const answer = introspect(token, loopback);
    answerAll();
    return answer;
  };
  await ask('good-first');
  await ask('good-first');
  expect(questions).toHaveLength(1);
  for (let n = 0; n < 10_000; n += 1) await ask(`bad-${n}`);
  await ask('good-first');
  expect(questions).toHaveLength(10_002);
});

test('a stranger with forty invented tokens keeps no agent waiting: four questions at a time are theirs', async () => {
  const { introspect, answerAll, questions } = start();
  const invented = Array.from({ length: 40 }, (_, n) => introspect(`bad-${n}`, '192.0.2.66'));
  const agents = Array.from({ length: 8 }, (_, n) => introspect(`good-${n}`, `192.0.2.${n}`));
  expect(questions.filter((token) => token.startsWith('bad'))).toHaveLength(4);
  expect(questions.filter((token) => token.startsWith('good'))).toHaveLength(8);
  answerAll();
  expect((await Promise.all(agents)).every(({ ok }) => ok)).toBe(true);
  // The others have their turn, as far as there are places to wait.
  const settled = Promise.all(invented);
  for (let n = 0; n < 10; n += 1) {
    answerAll();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const answers = (await settled).map((answer) => (answer.ok ? 'ok' : answer.error));
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
