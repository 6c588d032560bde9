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

test('whoever may open no more streams asks every five seconds instead, and the service counts as there', async () => {
  const happened: string[] = [];
  const end = () => new Response(': ping\n\n', { headers: { 'content-type': 'text/event-stream' } });
  const tooMany = () =>
    new Response(problem('too-many-requests'), { status: 429, headers: { 'retry-after': '12' } });
  const answers = [end, end, tooMany, end];
  const { promise: waited, resolve } = Promise.withResolvers<void>();
  const events = connectMeetingEvents({
    origin: 'https://visio.example',
    fetch: async () => {
      const answer = answers.shift();
      happened.push(answer === tooMany ? 'refused' : 'stream');
      if (answers.length === 0) resolve();
      return answer?.() ?? end();
    },
    random: () => 0,
    sleep: async (ms) => void happened.push(`${ms} ms`),
  });
  const onReachable = vi.fn();
  const { stop } = events.follow('token', { onEvent: ({ type }) => happened.push(type), onReachable });
  await waited;
  stop();
  const since = happened.slice(happened.indexOf('refused'));
  expect(since.slice(0, 8)).toEqual([
    'refused',
    'rejoin',
    '5000 ms',
    'rejoin',
    '5000 ms',
    'rejoin',
    '5000 ms',
    'stream',
  ]);
  expect(onReachable).not.toHaveBeenCalledWith(false);
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
