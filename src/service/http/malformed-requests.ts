import type { Socket } from 'node:net';
import { problemContentType } from '../../shared/service-api.ts';
import { problemOf } from './problem.ts';
import { landingPage, type Operator } from '../routes/landing-page.ts';
import { landingPolicy } from '../routes/landing-style.ts';

/** How long (ms) the client has to read the answer. */
const patienceMs = 2000;

/**
 * Answers, on the bare socket, what never became a request: it is not HTTP, or has more headers than we read. So many
 * headers come from a person's browser, full of cookies: it gets a page. Node (24) no longer knows what it asked for.
 */
export const answerMalformedRequests =
  (operator: Operator) =>
  (error: NodeJS.ErrnoException, socket: Socket): void => {
    // For a CONNECT request Node (24) removes its own error listener, and an unhandled error ends the process.
    socket.on('error', () => undefined);
    if (!socket.writable) return;
    socket.end(error.code === 'HPE_HEADER_OVERFLOW' ? tooMuch(operator) : badRequest());
    // Only our half is closed: a client that goes on sending would keep the socket, and our memory, for as long as it
    // likes.
    setTimeout(() => socket.destroy(), patienceMs).unref();
  };

const tooMuch = (operator: Operator): string =>
  answer('431 Request Header Fields Too Large', landingPage({ kind: 'unreadable' }, 'fr', operator), [
    'Content-Type: text/html; charset=utf-8',
    `Content-Security-Policy: ${landingPolicy}`,
  ]);

const badRequest = (): string =>
  answer('400 Bad Request', JSON.stringify(problemOf({ code: 'bad-request' })), [
    `Content-Type: ${problemContentType}`,
  ]);

const answer = (status: string, body: string, headers: readonly string[]): string =>
  [
    `HTTP/1.1 ${status}`,
    ...headers,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
