import { expect, test, vi } from 'vitest';
import { calls } from '../../shared/ipc.ts';
import { err, ok } from '../../shared/result.ts';
import { limitCalls } from './limit-calls.ts';

const tooMany = err({ code: 'too-many-requests' });
const answer = vi.fn(async () => ok());

test('calls that name the same limit share it, and another limit of the same size counts by itself', async () => {
  const limit = { number: 2, withinMs: 1000 };
  const [one, two, other] = [{ limit }, { limit }, { limit: { ...limit } }];
  const within = limitCalls(() => 0);
  expect(await within(one, answer)).toEqual(ok());
  expect(await within(two, answer)).toEqual(ok());
  expect(await within(one, answer)).toEqual(tooMany);
  expect(await within(two, answer)).toEqual(tooMany);
  expect(await within(other, answer)).toEqual(ok());
});

test('a call that comes while another of its name is answered is refused, and does not count', async () => {
  const call = { limit: { number: 2, withinMs: 1000 }, oneAtATime: true } as const;
  const within = limitCalls(() => 0);
  const { promise, reject } = Promise.withResolvers<never>();
  const first = within(call, () => promise);
  for (let n = 0; n < 5; n += 1) expect(await within(call, answer)).toEqual(tooMany);
  reject(new Error('broken'));
  await expect(first).rejects.toThrow('broken');
  expect(await within(call, answer)).toEqual(ok());
  expect(await within(call, answer)).toEqual(tooMany);
});

test('what opens a window, a dialog or a page of the system has a limit', () => {
  const limited = Object.entries(calls).filter(([, call]) => 'limit' in call);
  expect(limited.map(([name]) => name).toSorted()).toEqual([
    'mail:compose',
    'media:open-settings',
    'media:restart-sound',
    'network:check',
    'page:open',
    'report:mail',
    'report:make',
    'report:save',
    'server:choose',
    'sign-in:start',
  ]);
});

test('what a person did or waited for is noted, and nothing that is asked every few seconds', () => {
  const noted = Object.entries(calls).filter(([, call]) => 'noted' in call);
  expect(noted.map(([name]) => name).toSorted()).toEqual([
    'meeting:abandon',
    'meeting:end',
    'meeting:join',
    'meeting:leave',
    'meeting:look-up',
    'meeting:moderate',
    'meeting:open',
    'meeting:rejoin',
    'meeting:resume',
    'network:check',
    'server:choose',
    'sign-in:cancel',
    'sign-in:sign-out',
    'sign-in:start',
  ]);
});
