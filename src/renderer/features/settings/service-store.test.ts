import { expect, test } from 'vitest';
import { limits } from '../../../shared/meeting-limits.ts';
import type { Discovery } from '../../../shared/discovery.ts';
import type { Failure } from '../../../shared/failure.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Bridge } from '../../bridge.ts';
import { createServiceStore } from './service-store.ts';

const ministry: Discovery = {
  api: { version: 1, minimumApp: '1.0.0' },
  livekitUrl: 'wss://media.example',
  webClient: true,
  signIn: null,
  limits: { maxParticipants: 50, maxMinutes: 60 },
  telephone: false,
  brand: { state: true, organisation: 'Ministère', service: 'DNE' },
  helpDesk: {},
  links: {},
  notice: null,
  desktop: null,
};

const answering = (answer: Result<Discovery, Failure>): Pick<Bridge, 'call'> => ({
  call: (() => Promise.resolve(answer)) as Bridge['call'],
});

function storage(kept: Record<string, string> = {}) {
  return {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
  };
}

test('before the service has ever answered, home shows no brand of the State and the usual limits', () => {
  const { service, known } = createServiceStore(answering(ok(ministry)), storage()).getState();
  expect(service.brand.state).toBe(false);
  expect(service.limits).toEqual({
    maxParticipants: limits.maxParticipants,
    maxMinutes: limits.maxMinutes,
  });
  expect(known).toBe(false);
});

test('the next start shows at once what the service last said, also while it is away', async () => {
  const disk = storage();
  await createServiceStore(answering(ok(ministry)), disk)
    .getState()
    .ask();
  const away = createServiceStore(answering(err({ code: 'service-unreachable' })), disk);
  expect(away.getState()).toMatchObject({ service: ministry, known: true, answer: 'awaited' });
  await away.getState().ask();
  expect(away.getState()).toMatchObject({ service: ministry, answer: 'missing' });
});

test('a spoilt memory is forgotten, and the service asked as the first time', async () => {
  const store = createServiceStore(answering(ok(ministry)), storage({ 'visio.service.2': '{"api":' }));
  expect(store.getState().known).toBe(false);
  await store.getState().ask();
  expect(store.getState()).toMatchObject({ service: ministry, answer: 'here' });
});
