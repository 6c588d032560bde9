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
  await vi.waitFor(() => expect(onEvent).toHaveBeenCalledWith({ type: 'ended', reason: 'moderator' }));
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

test('a meeting that ended while nobody listened is asked about, once', async () => {
  const events = await serviceThat((reply) => reply.writeHead(404, {}).end(problem('meeting-over')));
  const onEvent = vi.fn();
  events.follow('token', { onEvent, onReachable: vi.fn() });
  await vi.waitFor(() => expect(onEvent).toHaveBeenCalledExactlyOnceWith({ type: 'rejoin' }));
});

test('a service that stays away is said, and said again when it is back', async () => {
  const refuse = (reply: ServerResponse) => void reply.destroy();
  const events = await serviceThat(refuse, refuse, streaming(': ping\n\n'));
  const onReachable = vi.fn();
  const { stop } = events.follow('token', { onEvent: vi.fn(), onReachable });
  await vi.waitFor(() => expect(onReachable.mock.calls).toEqual([[false], [true]]), 5_000);
  stop();
});

test('thousands of clients do not come back at once', () => {
  expect(reconnectDelay(1, () => 0)).toBe(250);
  expect(reconnectDelay(1, () => 1)).toBe(500);
  expect(reconnectDelay(9, () => 0.5)).toBe(3_750);
});
