import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem.ts';

/** Headers allowed once only: of two, Node keeps the first and a proxy may keep the other. */
const single = new Set([
  'authorization',
  'content-encoding',
  'content-type',
  'expect',
  'host',
  'idempotency-key',
  'transfer-encoding',
]);

/**
 * Refuses requests that a proxy in front of us may have read differently (request smuggling), so that we never carry
 * out something that the proxy did not see: a target that names a host of its own, a header sent twice, a body in
 * another coding than plain JSON. Node's parser has already refused what is ambiguous about lengths, line ends and
 * chunks. Must be registered before the host guard.
 */
export function refuseAmbiguousRequests(app: FastifyInstance): void {
  const refused = new WeakSet<Socket>();
  app.addHook('onRequest', async ({ raw }, reply) => {
    // Node goes on reading after it was told to close: the rest may be what a proxy took for the body.
    if (isClear(raw) && !refused.has(raw.socket)) return undefined;
    refused.add(raw.socket);
    return sendProblem(reply.header('connection', 'close'), { code: 'bad-request' });
  });
  // Node would answer these by itself, not in our format.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.server.on('connect', (_request, socket) =>
    app.server.emit('clientError', new Error('CONNECT'), socket),
  );
}

function isClear({ url = '', httpVersion, headers, rawHeaders }: IncomingMessage): boolean {
  const times = new Map<string, number>();
  for (const [at, text] of rawHeaders.entries()) {
    const name = text.toLowerCase();
    if (at % 2 === 0 && single.has(name)) times.set(name, (times.get(name) ?? 0) + 1);
  }
  const { 'transfer-encoding': chunks, 'content-encoding': coding, expect } = headers;
  const hosts = times.get('host') ?? 0;
  return (
    /^\/[^#]*$/.test(url) &&
    // A load balancer's probe may use HTTP/1.0 and name no host.
    (httpVersion === '1.1' ? hosts === 1 : httpVersion === '1.0' && hosts < 2 && chunks === undefined) &&
    [...times.values()].every((count) => count === 1) &&
    (chunks === undefined || chunks.toLowerCase() === 'chunked') &&
    (coding === undefined || coding.toLowerCase() === 'identity') &&
    (expect === undefined || expect.toLowerCase() === '100-continue')
  );
}
