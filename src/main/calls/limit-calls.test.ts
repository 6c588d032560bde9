import { expect, test, vi } from 'vitest';
import { networkCalls } from '../../client/network-calls.ts';
import { err, ok } from '../../shared/result.ts';
import { throughDoor } from './testing/through-door.ts';

test('a page that checks the network without end checks six times a minute', async () => {
  const granted = ok({ livekitUrl: 'wss://media.example', livekitToken: 'token', endsAt: '' });
  const call = vi.fn(async () => granted);
  const calls = networkCalls({
    serviceAt: () => ({ call }) as never,
    ownServer: () => 'https://own.example',
    current: { get: () => null, isWaiting: () => false, seat: () => err({ code: 'meeting-over' }) },
    allowMedia: () => undefined,
    wayToMedia: async () => undefined,
  });
  const check = throughDoor(calls, () => 0)['network:check'];
  for (let n = 0; n < 20; n += 1) await check();
  expect(call).toHaveBeenCalledTimes(6);
  expect(await check()).toEqual(err({ code: 'too-many-requests' }));
});
