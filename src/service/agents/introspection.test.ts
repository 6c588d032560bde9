import { expect, test } from 'vitest';
import type { Claims } from './issuer.ts';
import { createIntrospection } from './introspection.ts';

const audience = 'https://visio.example';

/** An issuer that answers when the test says so. */
function start() {
  const waiting: (() => void)[] = [];
  const questions: string[] = [];
  const clock = { now: Date.UTC(2026, 10, 22, 9) };
  const introspect = createIntrospection({
    issuer: 'https://sso.example',
    audience,
    clock: () => clock.now,
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
  return { introspect, answerAll, questions, clock };
}

test('one token is asked about once at a time, whoever sends it', async () => {
  const { introspect, answerAll, questions } = start();
  const all = Array.from({ length: 100 }, () => introspect('good'));
  answerAll();
  expect((await Promise.all(all)).every((answer) => answer.ok)).toBe(true);
  expect(questions).toEqual(['good']);
});

test('invented tokens are no flood at the issuer: beyond thirty-two at a time nobody is asked', async () => {
  const { introspect, answerAll, questions } = start();
  const all = Array.from({ length: 500 }, (_, n) => introspect(`bad-${n}`));
  expect(questions).toHaveLength(32);
  answerAll();
  const answers = (await Promise.all(all)).map((answer) => (answer.ok ? 'ok' : answer.error));
  expect(answers.filter((answer) => answer === 'invalid')).toHaveLength(32);
  expect(answers.filter((answer) => answer === 'unknown')).toHaveLength(468);
  // The next one has its turn.
  const next = introspect('good');
  answerAll();
  expect((await next).ok).toBe(true);
});

test('what is remembered is bounded: ten thousand tokens later the first is asked about again', async () => {
  const { introspect, answerAll, questions } = start();
  const ask = async (token: string) => {
    const answer = introspect(token);
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
