import type { Socket } from 'node:net';
import { problemContentType } from '../../shared/service-api.ts';
import { problemOf } from './problem.ts';
import { landingPage, type Operator } from '../routes/landing-page.ts';
import { landingPolicy } from '../routes/landing-style.ts';

/** Ms to read the answer in. */
const patienceMs = 2000;

/**
 * Answers what never became a request, on the bare socket: not HTTP, or with more headers than we read. Who sends so many
 * is a person's browser, full of cookies, and shows a page; what it asked for Node (24) no longer knows.
 */
export const answerMalformedRequests =
  (operator: Operator) =>
  (error: NodeJS.ErrnoException, socket: Socket): void => {
    // Of a CONNECT Node (24) takes its own listener away, and an error that nobody hears ends the process.
    socket.on('error', () => undefined);
    if (!socket.writable) return;
    socket.end(error.code === 'HPE_HEADER_OVERFLOW' ? tooMuch(operator) : badRequest());
    // Only our half of it is closed: whoever goes on sending would have it, and our memory, for as long as they like.
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
