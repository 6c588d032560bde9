import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchange } from '../hostile/raw-exchange.ts';
import { asItIsRight, overflowingRequests, smugglingRequests } from '../hostile/smuggling-requests.ts';
import { startTestService, type TestService } from '../testing/test-service.ts';

let service: TestService;
let port = 0;
beforeAll(async () => {
  service = await startTestService();
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = service.app.server.address() as AddressInfo);
});
afterAll(() => service.app.close());

const opening = {
  path: '/api/v1/meetings',
  host: '127.0.0.1:8080',
  headers: 'Content-Type: application/json\r\n',
  body: '{"displayName":"Marie"}',
};
const openMeetings = async () => (await service.deps.store.backlog()).meetings;

test('the request of which all that follows is made opens a meeting', async () => {
  const before = await openMeetings();
  expect(await exchange(port, asItIsRight(opening))).toMatch(/^HTTP\/1\.1 201 /);
  expect(await openMeetings()).toBe(before + 1);
});

// Whatever follows in the same connection may be what a proxy took for the body: nothing of it is read either.
test.each(Object.entries(smugglingRequests(opening)))(
  '%s: 400, closed, and nothing is carried out',
  async (_what, text) => {
    const before = await openMeetings();
    const answer = await exchange(port, text + asItIsRight(opening));
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.toLowerCase()).toContain('content-type: application/problem+json\r\n');
    expect(answer).toContain('"type":"urn:visio-agents:failure:bad-request"');
    expect(answer.split('HTTP/1.1 ')).toHaveLength(2);
    expect(await openMeetings()).toBe(before);
  },
);

test.each(Object.entries(overflowingRequests(opening)))(
  '%s: 431, closed, and nothing is carried out',
  async (_what, text) => {
    const before = await openMeetings();
    const answer = await exchange(port, text + asItIsRight(opening));
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer.split('HTTP/1.1 ')).toHaveLength(2);
    expect(await openMeetings()).toBe(before);
  },
);

test('a balancer that speaks HTTP/1.0 is told that the service is alive', async () => {
  const answer = await exchange(port, `GET /healthz HTTP/1.0\r\nHost: ${opening.host}\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
});

test('who asks before sending a body is told to go on', async () => {
  const answer = await exchange(
    port,
    asItIsRight({ ...opening, headers: `${opening.headers}Expect: 100-continue\r\n` }),
  );
  expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201 /);
});
