import { expect, test, vi } from 'vitest';
import { keepAgreements } from './agreements.ts';

const about = { server: 'https://visio.example', issuer: 'https://sso.example', clientId: 'app' };
const going = new AbortController().signal;

function scene(kept: unknown, answer: boolean) {
  const ask = vi.fn(async () => answer);
  const file = { kept };
  const agreements = keepAgreements({ read: () => file.kept, write: (list) => (file.kept = list), ask });
  return { agreements, ask, file };
}

test('a yes is remembered, and asked for once', async () => {
  const { agreements, ask, file } = scene(undefined, true);
  expect(agreements.has(about)).toBe(false);
  expect(await agreements.ask(about, going)).toBe(true);
  expect(await agreements.ask(about, going)).toBe(true);
  expect(ask).toHaveBeenCalledOnce();
  expect(file.kept).toEqual([about]);
});

test('a no, or an attempt that was given up meanwhile, is not', async () => {
  const no = scene([], false);
  expect(await no.agreements.ask(about, going)).toBe(false);
  const late = scene([], true);
  expect(await late.agreements.ask(about, AbortSignal.abort())).toBe(false);
  expect([no.file.kept, late.file.kept]).toEqual([[], []]);
});

test.each([
  ['service', { ...about, server: 'https://evil.example' }],
  ['issuer', { ...about, issuer: 'https://sso.example/realms/other' }],
  ['client', { ...about, clientId: 'other' }],
])('a yes is none for another %s', (_what, other) => {
  expect(scene([about], true).agreements.has(other)).toBe(false);
});

test('what is no agreement is passed over, and the oldest give way', async () => {
  const many = Array.from({ length: 20 }, (_, n) => ({ ...about, clientId: String(n) }));
  const { agreements, file } = scene([7, null, { server: 'x' }, ...many], true);
  await agreements.ask(about, going);
  expect(file.kept).toEqual([...many.slice(1), about]);
  expect(scene('yes', true).agreements.has(about)).toBe(false);
});
