import { createServer, type Server } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../operation/log.ts';
import { openApiConnections } from './api-connections.ts';
import { connectMediaServer } from './media-server.ts';

// LiveKit's API behind something that forwards connections until it does not.

type Forwarder = Awaited<ReturnType<typeof forwardTo>>;
let api: Server;
let forwarder: Forwarder;
let asked: string[];

beforeEach(async () => {
  asked = [];
  api = createServer((request, response) => {
    asked.push(request.url?.split('/').at(-1) ?? '');
    request.resume();
    response.setHeader('content-type', 'application/json').end('{}');
  });
  // As nginx does before LiveKit, for longer than anybody waits here.
  api.keepAliveTimeout = 20_000;
  await listening(api);
  forwarder = await forwardTo(portOf(api));
});
afterEach(async () => {
  forwarder.close();
  api.closeAllConnections();
  await new Promise((resolve) => void api.close(resolve));
});

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;
const listening = (server: {
  listen(port: number, host: string, then: () => void): unknown;
}): Promise<void> => new Promise((resolve) => void server.listen(0, '127.0.0.1', resolve));

async function forwardTo(port: number) {
  const connections: { readonly from: Socket; onRequest: 'forward' | 'forget' | 'reset' }[] = [];
  const server = createTcpServer((from) => {
    const connection: (typeof connections)[number] = { from, onRequest: 'forward' };
    connections.push(connection);
    const to = connect(port, '127.0.0.1');
    from.on('data', (data) => {
      if (connection.onRequest === 'forward') to.write(data);
      else if (connection.onRequest === 'reset') from.resetAndDestroy();
    });
    to.pipe(from, { end: false });
    for (const socket of [from, to]) socket.on('error', () => undefined);
    from.on('close', () => to.destroy());
  });
  await listening(server);
  return {
    port: portOf(server),
    opened: () => connections.length,
    /** What happens to requests over the connections that there are. */
    set(onRequest: (typeof connections)[number]['onRequest']) {
      for (const connection of connections) connection.onRequest = onRequest;
    },
    close() {
      for (const { from } of connections) from.destroy();
      server.close();
    },
  };
}

const livekit = () =>
  connectMediaServer({
    apiUrl: `http://127.0.0.1:${forwarder.port}`,
    apiKey: 'key',
    apiSecret: 'a secret of more than thirty-two characters',
    clock: Date.now,
    log: createLog(new PassThrough().resume()),
  });

test('requests that follow each other share a connection', async () => {
  const media = livekit();
  for (let n = 0; n < 3; n += 1) expect(await media.listRooms()).toMatchObject({ ok: true });
  expect(forwarder.opened()).toBe(1);
});

test('connections that died without a word while nobody used them cost nobody a request', async () => {
  const media = livekit();
  await Promise.all([media.listRooms(), media.listRooms()]);
  forwarder.set('forget');
  await sleep(700);
  const startedAt = performance.now();
  expect(await media.listRooms(undefined, 'quickly')).toMatchObject({ ok: true });
  expect(performance.now() - startedAt).toBeLessThan(500);
});

test('a request whose connection turns out to be dead is sent again over a new one', async () => {
  const media = livekit();
  await Promise.all([media.listRooms(), media.listRooms()]);
  forwarder.set('reset');
  const room = { name: 'va-test-x', maxParticipants: 5, metadata: '' };
  expect(await media.createRoom(room, 'quickly')).toMatchObject({ ok: true });
  expect(await media.deleteRoom(room.name)).toMatchObject({ ok: true });
  expect(asked.slice(2)).toEqual(['CreateRoom', 'DeleteRoom']);
});

test('a rule for callers is not asked for twice: it may have been made', async () => {
  const media = livekit();
  await media.listRooms();
  forwarder.set('reset');
  const rule = { trunkId: 'trunk', name: 'rule', room: 'va-test-x', pin: '1234' };
  expect(await media.createDispatchRule(rule)).toEqual({ ok: false, error: 'media-unreachable' });
});

test('an answer that only claims to be JSON keeps its status', async () => {
  api.removeAllListeners('request').on('request', (request, response) => {
    request.resume();
    response.writeHead(502, { 'content-type': 'application/json; charset=utf-8' }).end('<html>');
  });
  const send = openApiConnections(`http://127.0.0.1:${forwarder.port}`)(1);
  await expect(send('RoomService', 'ListRooms', {}, {})).rejects.toMatchObject({ status: 502 });
  api.removeAllListeners('request').on('request', (request, response) => {
    request.resume();
    response.writeHead(503, { 'content-type': 'application/json' }).end('<html>');
  });
  await expect(send('RoomService', 'ListRooms', {}, {})).rejects.toMatchObject({ status: 503 });
});
