import { expect, test, vi } from 'vitest';
import type { CurrentMeeting } from '../shared/calls/meeting.ts';
import { err, ok } from '../shared/result.ts';
import type { Seat } from './current-meeting.ts';
import { networkCalls } from './network-calls.ts';

const grantAt = (livekitUrl: string) =>
  ok({ livekitUrl, livekitToken: 'token', endsAt: '2026-11-22T09:01:00.000Z' });

/** Where we are: `meeting` is LiveKit's address of the one that we are in. */
type Place = { meeting?: string; present?: boolean; waiting?: boolean; seatAt?: string; own?: string };

function scene(place: Place, grant: unknown = grantAt('wss://media.example')) {
  const asked: string[] = [];
  const allowed: string[] = [];
  const call = vi.fn(async () => grant);
  const calls = networkCalls({
    serviceAt: (origin) => {
      asked.push(origin);
      return { call } as never;
    },
    ownServer: () => place.own ?? 'https://own.example',
    current: {
      get: () =>
        place.meeting === undefined
          ? null
          : ({ present: place.present ?? true, admission: { livekitUrl: place.meeting } } as CurrentMeeting),
      isWaiting: () => place.waiting ?? false,
      seat: () =>
        place.seatAt === undefined
          ? err({ code: 'meeting-over' as const })
          : ok({ origin: place.seatAt, token: 'participation' } satisfies Seat),
    },
    allowMedia: (url) => void allowed.push(url),
    authenticateMediaProxy: async (url) => void allowed.push(`proxy ${url}`),
  });
  return { check: calls['network:check'], asked, allowed, call, place };
}

test('out of a meeting the own service is asked, and its LiveKit alone let through', async () => {
  const { check, asked, allowed, call } = scene({});
  // When it ends is the service's business.
  expect(await check()).toEqual(ok({ livekitUrl: 'wss://media.example', livekitToken: 'token' }));
  expect([asked, allowed]).toEqual([
    ['https://own.example'],
    ['wss://media.example', 'proxy wss://media.example'],
  ]);
  expect(call).toHaveBeenCalledWith('checkNetwork', {});
});

test("in a meeting its own service is asked, and nobody but the meeting's LiveKit is let through", async () => {
  const there = { meeting: 'wss://media.example', seatAt: 'https://other.example' };
  const same = scene(there);
  expect(await same.check()).toMatchObject({ ok: true });
  expect([same.asked, same.allowed]).toEqual([['https://other.example'], ['proxy wss://media.example']]);

  for (const elsewhere of ['wss://evil.example', 'ws://media.example', 'wss://media.example:8443']) {
    const { check, allowed } = scene(there, grantAt(elsewhere));
    expect(await check()).toEqual(err({ code: 'app-error' }));
    expect(allowed).toEqual([]);
  }
});

test('whoever goes into a meeting while the service answers keeps its LiveKit as the only one', async () => {
  const { check, allowed, place, call } = scene({});
  call.mockImplementation(async () => {
    place.meeting = 'wss://meeting.example';
    return grantAt('wss://media.example');
  });
  expect(await check()).toEqual(err({ code: 'app-error' }));
  expect(allowed).toEqual([]);
});

test('in a waiting room the service at whose door one waits is asked; after leaving a meeting the own one', async () => {
  const waiting = scene({ waiting: true, seatAt: 'https://other.example' });
  await waiting.check();
  const left = scene({ meeting: 'wss://x.example', present: false, seatAt: 'https://other.example' });
  await left.check();
  expect([waiting.asked, left.asked]).toEqual([['https://other.example'], ['https://own.example']]);
});

test('nobody is asked where no service is known, and a refusal stays what it is', async () => {
  const nowhere = scene({ own: '' });
  expect(await nowhere.check()).toEqual(err({ code: 'no-server' }));
  expect(nowhere.asked).toEqual([]);
  const refusal = err({ code: 'service-busy', retryAfter: 12 } as const);
  const busy = scene({}, refusal);
  expect(await busy.check()).toEqual(refusal);
  expect(busy.allowed).toEqual([]);
});
