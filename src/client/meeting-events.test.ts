import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { connectMeetingEvents, reconnectDelay } from './meeting-events.ts';

const problem = (code: string) =>
  JSON.stringify({ type: `urn:visio-agents:failure:${code}`, title: 'x', status: 404 });
let close = (): void => undefined;
afterEach(() => close());

/** A real HTTP server; each connection is answered by the next of `answers`. */
async function serviceThat(...answers: ((reply: ServerResponse, authorization: string) => void)[]) {
  const server = createServer((request, reply) =>
    answers.shift()?.(reply, request.headers.authorization ?? ''),
  );
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return connectMeetingEvents({ origin, fetch, random: () => 0 });
}
const streaming = (text: string) => (reply: ServerResponse) => {
  reply.writeHead(200, { 'content-type': 'text/event-stream' });
  reply.write(text);
};

test('the end of the meeting arrives, with its reason', async () => {
  const events = await serviceThat(streaming(': ping\n\nevent: ended\ndata: {"reason":"moderator"}\n\n'));
  const onEvent = vi.fn();
  const { stop } = events.follow('token', { onEvent, onReachable: vi.fn() });
  await expect.poll(() => onEvent).toHaveBeenCalledWith({ type: 'ended', reason: 'moderator' });
  stop();
});

test('a broken stream is opened again by itself, with the same credential', async () => {
  const seen: string[] = [];
  const events = await serviceThat(
    (reply, authorization) => {
      seen.push(authorization);
      reply.destroy();
    },
    (reply, authorization) => {
      seen.push(authorization);
      streaming('event: rejoin\ndata: {}\n\n')(reply);
    },
  );
  const onEvent = vi.fn();
  const { stop } = events.follow('token', { onEvent, onReachable: vi.fn() });
  await vi.waitFor(() => expect(onEvent).toHaveBeenCalledWith({ type: 'rejoin' }), 3_000);
  expect(seen).toEqual(['Bearer token', 'Bearer token']);
  stop();
});

test('a stream that is refused for good is not asked for again: the media server ends what is over', async () => {
  const asked: string[] = [];
  const answer = (reply: ServerResponse, authorization: string) => {
    asked.push(authorization);
    if (authorization === 'Bearer over') reply.writeHead(404, {}).end(problem('meeting-over'));
    else reply.destroy();
  };
  const events = await serviceThat(answer, answer, answer);
  const onEvent = vi.fn();
  events.follow('over', { onEvent, onReachable: vi.fn() });
  await expect.poll(() => asked).toEqual(['Bearer over']);
  // Whoever is cut off later waits as long, and is back: nobody else will come.
  const { stop } = events.follow('lost', { onEvent, onReachable: vi.fn() });
  await vi.waitFor(() => expect(asked).toHaveLength(3), 3_000);
  stop();
  expect([asked.slice(1), onEvent.mock.calls]).toEqual([['Bearer lost', 'Bearer lost'], []]);
});

test('a busy service is asked again after the time that it said, and a while of one’s own', async () => {
  const times: number[] = [];
  const events = await serviceThat(
    (reply) => {
      times.push(performance.now());
      reply.writeHead(503, { 'retry-after': '1' }).end(problem('service-busy'));
    },
    (reply) => {
      times.push(performance.now());
      streaming(': ping\n\n')(reply);
    },
  );
  const { stop } = events.follow('token', { onEvent: vi.fn(), onReachable: vi.fn() });
  await vi.waitFor(() => expect(times).toHaveLength(2), 3_000);
  // The shortest of these whiles is half a second.
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1490);
  stop();
});

/** Follows for so many ms of sleep, none of which is slept; what was seen has the time at which it was. */
async function followFor(ms: number, ...answers: ((reply: ServerResponse) => void)[]) {
  const seen = { tries: [] as number[], calls: [] as number[], reachable: [] as boolean[] };
  let slept = 0;
  const server = createServer((_request, reply) => {
    const answer = answers[seen.tries.length] ?? answers.at(-1);
    seen.tries.push(slept);
    answer?.(reply);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  close = () => void server.close();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ended = Promise.withResolvers<void>();
  const sleep = async (slice: number): Promise<void> => {
    slept += slice;
    if (slept < ms) return;
    stop();
    ended.resolve();
  };
  const { stop } = connectMeetingEvents({ origin, fetch, random: () => 1, sleep }).follow('token', {
    onEvent: ({ type }) => void (type === 'rejoin' && seen.calls.push(slept)),
    onReachable: (is) => void seen.reachable.push(is),
  });
  await ended.promise;
  return seen;
}
const gapsOf = (times: number[]): number[] => times.slice(1).map((at, n) => at - (times[n] ?? 0));
const endingAtOnce = (reply: ServerResponse): void =>
  void reply.writeHead(200, { 'content-type': 'text/event-stream' }).end();
const limited = (reply: ServerResponse): void =>
  void reply.writeHead(429, { 'retry-after': '60' }).end(problem('too-many-requests'));

test('where no stream gets through, « come in » is asked for every five seconds, also while the service allows no more streams', async () => {
  const cut = Array.from({ length: 6 }, () => endingAtOnce);
  const { tries, calls, reachable } = await followFor(200_000, ...cut, limited);
  expect(calls[0]).toBe(0);
  expect(Math.max(...gapsOf([...calls, 200_000]))).toBeLessThanOrEqual(5_000);
  expect(new Set(reachable)).toEqual(new Set([true]));
  // The stream itself is left alone for as long as the service asked.
  const refused = gapsOf(tries.slice(6));
  expect(refused.length).toBeGreaterThan(1);
  expect(Math.min(...refused)).toBeGreaterThan(60_000);
});

test('a service that allows no more streams can be reached, and that is told to whoever could not reach it before', async () => {
  const away = (reply: ServerResponse): void => void reply.destroy();
  const { calls, reachable } = await followFor(40_000, away, away, limited);
  expect(reachable).toEqual([false, true]);
  expect(calls.length).toBeGreaterThan(1);
});

test('a refusal that never ends is left unread, and the service asked again', async () => {
  let asked = 0;
  const endless = (): Response =>
    new Response(new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(10_000)) }), { status: 503 });
  const events = connectMeetingEvents({
    origin: 'https://visio.example',
    fetch: async () => {
      asked += 1;
      return endless();
    },
    random: () => 0,
  });
  const { stop } = events.follow('token', { onEvent: vi.fn(), onReachable: vi.fn() });
  await vi.waitFor(() => expect(asked).toBeGreaterThan(1), 3_000);
  stop();
});

test('a service that stays away is said, and said again when it is back', async () => {
  const refuse = (reply: ServerResponse) => void reply.destroy();
  const events = await serviceThat(refuse, refuse, streaming(': ping\n\n'));
  const onReachable = vi.fn();
  const { stop } = events.follow('token', { onEvent: vi.fn(), onReachable });
  await vi.waitFor(() => expect(onReachable.mock.calls).toEqual([[false], [true]]), 5_000);
  stop();
});

test('20,000 clients that lose the service come back spread over 30 seconds, once it stays away for some', () => {
  // A generator with a seed of its own: the same clients each time.
  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const seconds = new Map<number, number>();
  const backAtMs = 6_000;
  for (let client = 0; client < 20_000; client++) {
    let at = 0;
    for (let failures = 1; at < backAtMs; failures++) at += reconnectDelay(failures, random);
    const second = Math.floor((at - backAtMs) / 1000);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  }
  expect(Math.max(...seconds.keys())).toBeLessThan(30);
  expect(Math.max(...seconds.values())).toBeLessThan(20_000 / 8);
});

test('the first try comes after half a second to five', () => {
  expect(reconnectDelay(1, () => 0)).toBe(500);
  expect(reconnectDelay(1, () => 1)).toBe(5_000);
  expect(reconnectDelay(9, () => 1)).toBe(30_000);
});
