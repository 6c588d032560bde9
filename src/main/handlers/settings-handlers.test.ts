import { expect, test, vi } from 'vitest';
import type { Discovery } from '../../shared/discovery.ts';
import type { Failure } from '../../shared/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { keepSettings } from '../settings/settings-keeper.ts';
import { throughDoor } from '../calls/testing/through-door.ts';
import { settingsHandlers } from './settings-handlers.ts';

const own = 'https://visio.example';
const other = 'https://other.example';

type Given = { readonly policy?: string; readonly env?: string; readonly user?: string };

function window({ policy, env, user = '' }: Given) {
  let values: Readonly<Record<string, unknown>> = { server: user };
  const settings = keepSettings({
    policies: {
      layers: policy === undefined ? [] : [{ source: 'machine-policy', values: { server: policy } }],
      problems: [],
    },
    env: { VISIO_SERVER_URL: env },
    file: {
      values: () => values,
      set: (change) => void (values = { ...values, ...change }),
      setAside: null,
    },
  });
  const discover = vi.fn(async (): Promise<Result<Discovery, Failure>> => ok({} as Discovery));
  const [allow, confirmMove] = [vi.fn(), vi.fn(async () => true)];
  const handlers = settingsHandlers({
    settings,
    serviceAt: () => ({ call: vi.fn(), discover }),
    allow,
    confirmMove,
  });
  const door = throughDoor(handlers, () => 0);
  const choose = (typed: string) => door['server:choose'](typed);
  return { choose, settings, discover, allow, confirmMove };
}

test('the address that somebody types becomes their service once one is there', async () => {
  const { choose, settings, confirmMove } = window({});
  expect(await choose('visio.example/')).toEqual(ok());
  expect(settings.get().server).toBe(own);
  expect(confirmMove).not.toHaveBeenCalled();
});

test('another service than the present one is asked about before anything is sent there', async () => {
  const { choose, settings, confirmMove, allow } = window({ user: own });
  confirmMove.mockResolvedValueOnce(false);
  expect(await choose(other)).toEqual(err({ code: 'not-allowed' }));
  expect(allow).not.toHaveBeenCalled();
  expect(settings.get().server).toBe(own);
});

test.each([{ policy: own }, { policy: '' }, { env: own }])(
  'where it is decided already (%o) nobody is asked, and nothing is sent',
  async (given) => {
    const { choose, confirmMove, allow, discover } = window(given);
    expect(await choose(other)).toEqual(err({ code: 'not-allowed', field: 'server' }));
    for (const nothing of [confirmMove, allow, discover]) expect(nothing).not.toHaveBeenCalled();
  },
);

test('a page that chooses by the dozen opens one dialog at a time, and ten a minute', async () => {
  const { choose, confirmMove } = window({ user: own });
  confirmMove.mockResolvedValue(false);
  const atOnce = await Promise.all([choose(other), choose(other)]);
  expect(atOnce.map((answer) => !answer.ok && answer.error.code)).toEqual([
    'not-allowed',
    'too-many-requests',
  ]);
  for (let n = 0; n < 20; n += 1) await choose(other);
  expect(confirmMove).toHaveBeenCalledTimes(10);
});

test('a service that answers late takes no place that was given away in the meantime', async () => {
  const { choose, settings, discover } = window({});
  const { promise, resolve } = Promise.withResolvers<Result<Discovery, Failure>>();
  discover.mockReturnValueOnce(promise);
  const chosen = choose(other);
  settings.set('server', own);
  resolve(ok({} as Discovery));
  expect(await chosen).toEqual(err({ code: 'not-allowed' }));
  expect(settings.get().server).toBe(own);
});
