import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { boundFetch } from './bounded-fetch.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Asks a server that answers so; `gone` settles when the connection to it is closed. */
async function ask(
  answer: RequestListener,
  timeoutMs = 200,
): Promise<{ answer: Promise<Response>; gone: Promise<unknown> }> {
  const gone = Promise.withResolvers<void>();
  server = createServer((request, response) => {
    response.on('close', gone.resolve);
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const limited = boundFetch(fetch, { timeoutMs, maxBytes: 1000 });
  return { answer: limited(url, { method: 'GET', headers: {} }), gone: gone.promise };
}

/** Ms where the time is not what is tried: a busy machine takes longer for an answer than a test for its end. */
const patience = 10_000;

test('an answer within the limits is passed on', async () => {
  const { answer } = await ask(
    (_request, response) => response.writeHead(404, { 'x-a': 'b' }).end('é'.repeat(500)),
    patience,
  );
  const response = await answer;
  expect([response.status, response.headers.get('x-a'), await response.text()]).toEqual([
    404,
    'b',
    'é'.repeat(500),
  ]);
});

test('a server that says nothing is not waited for', async () => {
  const { answer, gone } = await ask(() => undefined);
  await expect(answer).rejects.toThrow('timeout');
  await gone;
});

test('nor one that begins and does not end', async () => {
  const { answer, gone } = await ask((_request, response) => response.write('{'));
  await expect(answer).rejects.toThrow('timeout');
  await gone;
});

test('what is too long is not read to its end', async () => {
  const { answer, gone } = await ask((_request, response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(500)));
    };
    response.on('drain', more);
    more();
  }, patience);
  await expect(answer).rejects.toThrow('too long');
  await gone;
});

test('a redirect is not followed', async () => {
  let asked = 0;
  const { answer } = await ask((_request, response) => {
    asked += 1;
    response.writeHead(302, { location: '/there' }).end();
  });
  await expect(answer).rejects.toThrow('redirects');
  expect(asked).toBe(1);
});
