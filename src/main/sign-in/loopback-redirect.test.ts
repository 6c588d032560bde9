import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { openLoopbackRedirect, type LoopbackRedirect } from './loopback-redirect.ts';

const stranger = { title: 'Nobody', text: 'Nothing here.' };
const done = { title: 'Done', text: 'Go back.' };
let loopback: LoopbackRedirect;
const open = async (state = 'our-state') => {
  loopback = await openLoopbackRedirect({ state, stranger, language: 'fr' });
  return loopback;
};
afterEach(() => loopback.close());

type BrowserRequest = { path?: string; method?: string; host?: string; cookie?: string };
function ask({
  path = '/callback?code=c&state=our-state',
  method = 'GET',
  host,
  cookie,
}: BrowserRequest = {}) {
  const { port } = new URL(loopback.redirectUri);
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const headers = {
        ...(host === undefined ? {} : { host }),
        ...(cookie === undefined ? {} : { cookie }),
      };
      request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (more: string) => (text += more));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
}

test('the browser that comes back with our state is heard, and reads the last page once it is known', async () => {
  const { arrived, finish, redirectUri } = await open();
  expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
  const answer = ask();
  const url = await arrived;
  expect(url.searchParams.get('code')).toBe('c');
  await finish(done);
  const { status, text, headers } = await answer;
  expect([status, headers['cache-control'], headers['referrer-policy']]).toEqual([
    200,
    'no-store',
    'no-referrer',
  ]);
  expect(text).toContain('Go back.');
  expect(text).not.toContain('our-state');
});

test('so is one that brings the cookies of other programs on this machine', async () => {
  const { arrived, finish } = await open();
  const answer = ask({ cookie: `a=${'x'.repeat(4000)}; `.repeat(10) });
  await arrived;
  await finish(done);
  expect((await answer).status).toBe(200);
});

test.each<[string, BrowserRequest]>([
  ['another state', { path: '/callback?code=c&state=other' }],
  ['no state', { path: '/callback?code=c' }],
  ['two states', { path: '/callback?code=c&state=our-state&state=our-state' }],
  ['another path', { path: '/other?code=c&state=our-state' }],
  ['a path that leads there', { path: '/x/../callback?code=c&state=our-state' }],
  ['another host (DNS rebinding)', { host: 'evil.example' }],
  ['localhost by name', { host: 'localhost' }],
  ['another method', { method: 'POST' }],
])('a stranger with %s learns nothing, and the browser is still awaited', async (_what, theirs) => {
  const { arrived } = await open();
  const { status, text } = await ask(theirs);
  expect(status).toBe(404);
  expect(text).toContain('Nothing here.');
  void ask().catch(() => undefined);
  expect((await arrived).pathname).toBe('/callback');
});

test('a second request with the same address gets nothing', async () => {
  const { arrived } = await open();
  void ask().catch(() => undefined);
  await arrived;
  expect((await ask()).status).toBe(404);
});

test('after the end nobody answers there', async () => {
  const { finish, arrived } = await open();
  const answer = ask();
  await arrived;
  await finish(done);
  await answer;
  await expect(ask()).rejects.toThrow('ECONNREFUSED');
});
