import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Failure } from '../../../shared/failure.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CheckDeps } from './run-context.ts';
import type { MediaPath, NetworkResult } from './results.ts';
import { runNetworkCheck } from './run-network-check.ts';
import type { Offers, TestConnection } from './test-connection.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const grant = { livekitUrl: 'wss://media.example', livekitToken: 'token' };
const everything: Offers = { udp: true, tcp: true, turn: true };
const never = new Promise<never>(() => undefined);

/** What connections find: the way that one takes by itself, by a relay, and once TCP is forced. */
type Ways = {
  first?: MediaPath | null;
  relayed?: MediaPath | null;
  forced?: MediaPath | null;
  offers?: Partial<Offers>;
  arrival?: 'arrives' | 'lost' | 'no-report';
  signalled?: TestConnection['signalled'];
};
type Scene = Ways & {
  discover?: Promise<Result<unknown, Failure>>;
  room?: Promise<Result<typeof grant, Failure>>;
};

function scene(given: Scene = {}) {
  const stop = new AbortController();
  const told: NetworkResult[] = [];
  let open = 0;
  const opened: string[] = [];
  const openTestConnection: CheckDeps['openTestConnection'] = (_grant, relayOnly) => {
    open += 1;
    opened.push(relayOnly ? 'relay' : 'any');
    let path = relayOnly ? (given.relayed ?? null) : given.first === undefined ? 'udp' : given.first;
    return {
      signalled: given.signalled ?? Promise.resolve('ok'),
      connected: path === null ? never : Promise.resolve(true),
      stats: async () => ({ path, arrival: path === null ? 'no-report' : (given.arrival ?? 'arrives') }),
      offers: () => ({ ...everything, ...given.offers }),
      async forceTcp() {
        opened.push('tcp');
        path = given.forced ?? null;
      },
      async hangUp() {
        open -= 1;
      },
    };
  };
  const deps: CheckDeps = {
    discover: () => given.discover ?? Promise.resolve(ok()),
    askForRoom: () => given.room ?? Promise.resolve(ok(grant)),
    openTestConnection,
    now: () => performance.now(),
  };
  const running = runNetworkCheck(deps, (result) => void told.push(result), stop.signal);
  return {
    told,
    stop,
    opened,
    running,
    isHungUp: () => open === 0,
    /** « name outcome code » of each, once it has run to its end. */
    async ended() {
      const began = performance.now();
      await vi.runAllTimersAsync();
      await running;
      const took = performance.now() - began;
      return { took, lines: told.map(({ name, outcome, code }) => `${name} ${outcome} ${code}`) };
    },
  };
}

test('each way is tried by itself, one after another, and TCP last', async () => {
  const { ended, opened, isHungUp } = scene({ first: 'udp', relayed: 'relay-tls', forced: 'tcp' });
  expect((await ended()).lines).toEqual([
    'service works ok',
    'websocket works ok',
    'udp works udp',
    'publish works udp',
    'turn works relay-tls',
    'tcp works tcp',
  ]);
  expect([opened, isHungUp()]).toEqual([['any', 'relay', 'any', 'tcp'], true]);
});

test('a way that the first connection took by itself is not tried again', async () => {
  const tcp = scene({ first: 'tcp', relayed: 'relay-udp' });
  expect((await tcp.ended()).lines.slice(2)).toEqual([
    'udp fails tcp',
    'publish works tcp',
    'turn works relay-udp',
    'tcp works tcp',
  ]);
  expect(tcp.opened).toEqual(['any', 'relay']);
  const relay = scene({ first: 'relay-tls', forced: null });
  expect((await relay.ended()).lines.slice(2)).toEqual([
    'udp fails relay-tls',
    'publish works relay-tls',
    'turn works relay-tls',
    'tcp fails no-path',
  ]);
});

test('what a forced connection reaches by another way after all is no proof', async () => {
  const { ended } = scene({ first: 'udp', relayed: 'udp', forced: 'udp' });
  expect((await ended()).lines.slice(4)).toEqual(['turn fails no-path', 'tcp fails no-path']);
});

test('what the service does not offer is not held against the network', async () => {
  const { ended, opened } = scene({ offers: { tcp: false, turn: false } });
  expect((await ended()).lines.slice(4)).toEqual([
    'turn not-offered not-offered',
    'tcp not-offered not-offered',
  ]);
  expect(opened).toEqual(['any']);
  const noUdp = scene({ first: 'tcp', offers: { udp: false, turn: false } });
  expect((await noUdp.ended()).lines[2]).toBe('udp not-offered not-offered');
});

test('a sound that the server says nothing of, or got too little of, has not arrived', async () => {
  for (const arrival of ['lost', 'no-report'] as const)
    expect((await scene({ arrival }).ended()).lines[3]).toBe(`publish fails ${arrival}`);
});

test('where no media get through, nothing is tried a second time', async () => {
  const { ended, opened } = scene({ first: null });
  expect((await ended()).lines.slice(2)).toEqual([
    'udp fails no-path',
    'publish fails no-path',
    'turn fails no-path',
    'tcp fails no-path',
  ]);
  expect(opened).toEqual(['any']);
});

test('what builds upon something that failed is skipped, and says upon what', async () => {
  const closed = scene({ signalled: Promise.resolve('livekit-1') });
  expect((await closed.ended()).lines).toEqual([
    'service works ok',
    'websocket fails livekit-1',
    ...['udp', 'publish', 'turn', 'tcp'].map((name) => `${name} skipped livekit-1`),
  ]);
  const down = err({ code: 'service-unreachable' } as const);
  const dead = scene({ discover: Promise.resolve(down), room: Promise.resolve(down) });
  expect((await dead.ended()).lines).toEqual([
    'service fails service-unreachable',
    ...['websocket', 'udp', 'publish', 'turn', 'tcp'].map((name) => `${name} skipped service-unreachable`),
  ]);
  const busy = scene({ room: Promise.resolve(err({ code: 'service-busy' })) });
  expect((await busy.ended()).lines.slice(0, 2)).toEqual([
    'service works ok',
    'websocket skipped service-busy',
  ]);
});

test("in the meeting of another service it is enough that the meeting's service answers", async () => {
  const { ended } = scene({ discover: Promise.resolve(err({ code: 'no-server' })) });
  expect((await ended()).lines[0]).toBe('service works ok');
});

test('whatever stays silent, all is known within 45 s', async () => {
  const silences: Scene[] = [
    { discover: never, room: never },
    { signalled: never },
    { first: null },
    { first: 'relay-tls', arrival: 'no-report', forced: null },
    { first: 'udp', arrival: 'no-report', relayed: null, forced: null },
    { first: 'tcp', arrival: 'no-report', relayed: null },
  ];
  for (const silence of silences) {
    const { took, lines } = await scene(silence).ended();
    expect(lines).toHaveLength(6);
    expect(took).toBeLessThan(45_000);
  }
});

test('stopped at any moment, it hangs up at once and tells nothing more', async () => {
  const slow: Ways = { first: 'tcp', relayed: null, arrival: 'no-report' };
  for (const after of [0, 50, 1000, 3000, 8000, 12_000]) {
    const { told, stop, running, isHungUp } = scene(slow);
    await vi.advanceTimersByTimeAsync(after);
    const known = told.length;
    stop.abort();
    await running;
    expect(isHungUp()).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([told.length, isHungUp()]).toEqual([known, true]);
  }
});
