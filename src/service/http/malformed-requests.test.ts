import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { codeOf, startTestService } from '../testing/test-service.ts';

let service: Awaited<ReturnType<typeof startTestService>>;
let port: number;
beforeAll(async () => {
  service = await startTestService();
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  port = (service.app.server.address() as AddressInfo).port;
});
afterAll(() => service.app.close());

/** What the service says to these bytes, until it closes. */
const raw = async (bytes: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  socket.end(bytes);
  return text(socket);
};
const get = (path: string, headers: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nConnection: close\r\n${headers}\r\n\r\n`;

test('the invitation is shown, whatever a browser sends along with it', async () => {
  const { participant } = (await service.open()).meeting.links;
  const long = 'a'.repeat(4000);
  const cookies = Array.from({ length: 50 }, (_, at) => `portail-${at}=${long}`).join('; ');
  const answer = await raw(
    get(
      `/r/${codeOf(participant)}`,
      `Cookie: ${cookies}\r\nReferer: https://x.example/${long}\r\nUser-Agent: ${long}`,
    ),
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain('Rejoindre la réunion');
});

const huge = `X-Other: ${'a'.repeat(400_000)}`;

test('more than is read is answered with a page in two languages', async () => {
  const answer = await raw(get('/r/x', huge));
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  expect(answer).toMatch(/content-type: text\/html; charset=utf-8\r\n/i);
  expect(answer).toMatch(/content-security-policy: default-src 'none'; style-src 'sha256-/i);
  expect(answer).toContain('Votre navigateur envoie trop d&#39;informations.');
  expect(answer).toContain('Your browser sends too much information.');
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
});

test('what is no HTTP gets our usual form', async () => {
  const answer = await raw('Bonjour\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('urn:visio-agents:failure:bad-request');
});

test('whoever reads the answer and goes on sending loses the connection', () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const socket = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });
  service.app.server.emit('clientError', new Error('no HTTP'), socket);
  expect([socket.writableEnded, socket.destroyed]).toEqual([true, false]);
  vi.advanceTimersByTime(2000);
  expect(socket.destroyed).toBe(true);
  vi.useRealTimers();
});

test('whoever wants a tunnel and breaks off ends nothing but their own connection', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write('CONNECT visio.example:443 HTTP/1.1\r\nHost: visio.example\r\n\r\n');
  const [, theirs] = (await once(service.app.server, 'connect')) as [unknown, Socket];
  expect(theirs.listenerCount('error')).toBe(1);
  const closed = new Promise((resolve) => theirs.once('close', resolve));
  socket.resetAndDestroy();
  await closed;
});
