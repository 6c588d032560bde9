import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { maxBody } from '../../src/service/app.ts';
import { maxBody as maxWebhook } from '../../src/service/routes/webhook.ts';
import { startNginxAlone } from './testing/nginx-alone.ts';

let nginx: Awaited<ReturnType<typeof startNginxAlone>>;
beforeEach(async () => {
  nginx = await startNginxAlone();
}, 300_000);
afterEach(() => nginx.stop());

const seenByService = (): IncomingMessage[] => [...nginx.service.a.seen, ...nginx.service.b.seen];

/** Writes bytes as they are, and reads until nginx closes. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece));
  // nginx may close by a reset: what it said until then is the answer.
  const closed = new Promise<void>((resolve) =>
    socket.once('error', () => undefined).once('close', () => resolve()),
  );
  socket.write(text);
  await closed;
  return answer;
}

async function overTls(path: string, host: string): Promise<number | string> {
  const ca = await readFile(nginx.certificate);
  const asked = httpsRequest({
    host: '127.0.0.1',
    port: nginx.doors.https,
    path,
    ca,
    headers: { host },
    checkServerIdentity: () => undefined, // a name that is not ours is part of the test
  });
  return new Promise((resolve) => {
    asked.once('response', (answer) => resolve(answer.resume().statusCode ?? 0));
    asked.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    asked.end();
  });
}

/** With headers that `fetch` does not let a program set. */
function get(port: number, path: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ status: number; headers: Headers; text: string }>((resolve, reject) => {
    const host = `127.0.0.1:${nginx.doors.service}`;
    const asked = httpRequest({ host: '127.0.0.1', port, path, headers: { host, ...headers } });
    asked.once('error', reject).once('response', (answer) => {
      const got = new Headers(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
      textOf(answer).then(
        (body) => resolve({ status: answer.statusCode ?? 0, headers: got, text: body }),
        reject,
      );
    });
    asked.end();
  });
}

/** A page of ours: in both languages, and with nothing in it that a browser would load, run or refuse. */
function expectPage({ headers }: { headers: Headers }, page: string, french: string): void {
  expect(page).toContain(`<section lang="fr"><h1>${french}`);
  expect(page).toContain('<section lang="en"><h2>');
  expect(page).not.toMatch(/<script|<link|<img|href=|src=|nginx/);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
  const style = /<style>(.*)<\/style>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(headers.get('content-security-policy')).toContain(`default-src 'none'; style-src 'sha256-${hash}';`);
}

describe.runIf(process.platform === 'linux')('nginx as operators run it', () => {
  test('says who asks in its own words: what a client claims to be never reaches the service', async () => {
    await fetch(`${nginx.url}/healthz`, {
      headers: {
        'x-forwarded-for': '203.0.113.9',
        forwarded: 'for=203.0.113.9',
        'x-real-ip': '203.0.113.9',
        'x-forwarded-host': 'elsewhere.example',
      },
    });
    const { headers } = seenByService()[0] ?? {};
    expect(headers?.['x-forwarded-for']).toBe('127.0.0.1');
    expect(headers?.['x-forwarded-host']).toBe(`127.0.0.1:${nginx.doors.service}`);
    expect(JSON.stringify(headers)).not.toContain('203.0.113.9');
  });

  test('writes no code, token, address or name into its log, whatever is asked and however it fails', async () => {
    const secret = 'Zm9yYmlkZGVuLWNvZGUtb2YtMzA-';
    const paths = [
      `/r/${secret}`,
      `//r/${secret}`,
      `/R/${secret}`,
      `/m/${secret}`,
      `/x/../r/${secret}?a=${secret}`,
      `/api/v1/meetings?code=${secret}`,
      `/api/v1/${secret}`,
      `/auth/callback?code=${secret}`,
      `/livekit/webhook?${secret}`,
      `/${secret}`,
    ];
    const ask = async (): Promise<void> => {
      for (const path of paths)
        await raw(
          nginx.doors.service,
          `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nReferer: ${secret}\r\nUser-Agent: ${secret}\r\nConnection: close\r\n\r\n`,
        );
      for (const path of [
        `/rtc?access_token=${secret}`,
        `/rtc/v1?join_request=${secret}`,
        `/twirp/${secret}`,
      ])
        await (await fetch(nginx.mediaUrl + path)).text();
    };
    await ask();
    const method = secret.replaceAll(/[^A-Z]/g, '').padEnd(12, 'Q');
    await raw(nginx.doors.service, `${method} / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    await raw(nginx.doors.service, `GET /r/${secret} ${secret}\r\n\r\n`);
    await raw(nginx.doors.service, `GET /r/${secret} HTTP/1.1\r\nHost: ${secret}/@\r\n\r\n`);
    await raw(nginx.doors.service, `GET /r/${secret}?${'a'.repeat(70_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    for (const backend of [nginx.service.a, nginx.service.b, nginx.livekit]) await backend.close();
    await ask();

    const log = await readFile(nginx.log, 'utf8');
    expect(log).toContain('"route":"/r/:code","status":"200"');
    expect(log).toContain('"route":"/r/:code","status":"503"');
    expect(log).toContain('"route":"/rtc"');
    expect(log).not.toContain(secret);
    expect(log).not.toContain(method);
    // The servers' own addresses are in it, with their ports; a client's never is.
    expect(log).not.toMatch(/127\.0\.0\.1(?!:\d)/);
  });

  test('lets events through as they are said', async () => {
    const { promise: streaming, resolve: onStream } = Promise.withResolvers<ServerResponse>();
    nginx.service.a.answer = nginx.service.b.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': ping\n\n');
      onStream(response);
    };
    const answer = await fetch(`${nginx.url}/api/v1/participation/events`);
    const reader = answer.body?.getReader();
    const next = async () => Buffer.from((await reader?.read())?.value ?? []).toString();
    expect(await next()).toBe(': ping\n\n');
    // The stream stays open: a buffer would hold this back until the end, and this would wait for ever.
    const stream = await streaming;
    for (const event of ['event: rejoin\n\n', 'event: ended\n\n']) {
      stream.write(event);
      expect(await next()).toBe(event);
    }
    stream.end();
  });

  test('lets everybody listen again as soon as the instances are back, not one after the other', async () => {
    const listen = (): Promise<Response> => fetch(`${nginx.url}/api/v1/participation/events`);
    nginx.service.a.answer = nginx.service.b.answer = (request) => void request.socket.destroy();
    expect((await listen()).status).toBe(503);
    nginx.service.a.answer = nginx.service.b.answer = (_, response) => void response.write(': ping\n\n');
    const streams = await Promise.all(Array.from({ length: 10 }, listen));
    expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
    for (const { body } of streams) await body?.cancel();
  });

  test('asks the other instance when one is gone, without anybody noticing', async () => {
    await nginx.service.a.close();
    for (let times = 0; times < 4; times += 1) {
      const answer = await fetch(`${nginx.url}/api/v1/meetings`, { method: 'POST', body: '{}' });
      expect([answer.status, await answer.text()]).toEqual([200, 'service b']);
    }
  });

  test('instances that break off what one client asks go on being asked by all others', async () => {
    // As when a client knows of a request that an instance answers unread: whether it is alive is not theirs to say.
    nginx.service.a.answer = nginx.service.b.answer = (request, response) =>
      void (request.url === '/r/broken' ? request.socket.destroy() : response.end());
    const ask = async (path: string): Promise<number> => {
      const answer = await fetch(nginx.url + path, { method: 'POST', body: '{}' });
      await answer.body?.cancel();
      return answer.status;
    };
    const over = new AbortController();
    const broken = new Set<number>();
    const attacks = Array.from({ length: 2 }, async () => {
      while (!over.signal.aborted) broken.add(await ask('/r/broken'));
    });
    const noticed: number[] = [];
    for (let times = 0; times < 60; times += 1) noticed.push(await ask('/api/v1/invitations/lookup'));
    over.abort();
    await Promise.all(attacks);
    expect(noticed.filter((status) => status !== 200)).toEqual([]);
    expect([...broken]).toEqual([503]);
  });

  test('does not ask a second time what an instance may have done before it died', async () => {
    nginx.service.a.answer = nginx.service.b.answer = (request) => void request.socket.destroy();
    const answer = await fetch(`${nginx.url}/api/v1/meetings`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(503);
    expect(seenByService()).toHaveLength(1);
  });

  test('says what is the matter when no instance answers', async () => {
    for (const backend of [nginx.service.a, nginx.service.b]) await backend.close();
    const answer = await fetch(`${nginx.url}/r/anything`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expectPage(answer, await answer.text(), 'Le service de réunion ne répond pas.');
    const posted = await fetch(`${nginx.url}/api/v1/meetings`, { method: 'POST', body: '{}' });
    expect(posted.status).toBe(503);
    // nginx writes its line when it has sent the answer, which may be after we have read it.
    const log = (): Promise<string> => readFile(nginx.log, 'utf8');
    await expect.poll(log).toContain('"method":"GET","route":"/r/:code","status":"503"');
    await expect.poll(log).toContain('"method":"POST","route":"/api/v1/meetings","status":"503"');
  });

  test('passes on the invitation, whatever a browser sends along with it', async () => {
    const long = 'a'.repeat(4000);
    const others = Array.from({ length: 9 }, (_, at) => `portail-${at}=${long}`);
    const answer = await get(nginx.doors.service, '/r/x', {
      cookie: [...others.slice(0, 5), '__Host-visio-session=abc.def_-~', ...others.slice(5)].join('; '),
      referer: `https://intranet.example/?${'b'.repeat(30_000)}`,
      'user-agent': `Mozilla/5.0 ${'c'.repeat(30_000)}`,
      'accept-language': 'fr',
    });
    expect([answer.status, answer.text]).toEqual([200, expect.stringMatching(/^service [ab]$/)]);
    const { headers = {} } = seenByService()[0] ?? {};
    expect(headers.cookie).toBe('__Host-visio-session=abc.def_-~');
    expect(headers.referer).toBeUndefined();
    expect(headers['user-agent']).toHaveLength(300);
    expect(headers['accept-language']).toBe('fr');
    // What only ends like ours is another's.
    await get(nginx.doors.service, '/r/x', { cookie: 'x__Host-visio-session=a; y=__Host-visio-session=b' });
    expect(seenByService()[1]?.headers.cookie).toBeUndefined();
  });

  test('what it refuses by itself is a page in two languages, on both its doors', async () => {
    for (const port of [nginx.doors.service, nginx.doors.http]) {
      const huge = await get(port, '/r/x', { 'x-other': 'a'.repeat(70_000) });
      expectPage(huge, huge.text, 'Votre navigateur envoie trop');
      const long = await get(port, `/r/${'a'.repeat(70_000)}`, {});
      expectPage(long, long.text, 'Votre navigateur envoie trop');
      expect([huge.status, long.status]).toEqual([431, 414]);
    }
    const gone = await fetch(`${nginx.url}/metrics`);
    expectPage(gone, await gone.text(), "Cette page n'existe pas.");
    const large = await fetch(`${nginx.url}/x`, { method: 'POST', body: 'a'.repeat(maxBody + 1) });
    expectPage(large, await large.text(), 'Votre navigateur envoie trop');
    expect([gone.status, large.status]).toEqual([404, 413]);
    for (const broken of [
      'GET /r/x HTTP/1.1\r\nHost: a b\r\n\r\n',
      'GET /r/x HTTP/1.1\r\n\r\n',
      'GET\r\n\r\n',
    ])
      expect(await raw(nginx.doors.service, broken)).toContain('Votre navigateur envoie trop');
  });

  test('leaves the answers of the service as they are, refusals too', async () => {
    nginx.service.a.answer = nginx.service.b.answer = (_, response) =>
      void response.writeHead(503, { 'content-type': 'application/problem+json' }).end('{"status":503}');
    const answer = await fetch(`${nginx.url}/api/v1/meetings`, { method: 'POST', body: '{}' });
    expect(await answer.text()).toBe('{"status":503}');
  });

  test('keeps from the public what is for the machines, and huge bodies from the service', async () => {
    for (const path of ['/metrics', '/readyz', '/livekit/webhook'])
      expect((await fetch(nginx.url + path)).status).toBe(404);
    for (const path of ['/twirp/livekit.RoomService/ListRooms', '/debug/pprof', '/agent', '/rtc/../twirp/x'])
      expect((await fetch(nginx.mediaUrl + path)).status).toBe(404);
    const post = async (length: number) =>
      (await fetch(`${nginx.url}/api/v1/meetings`, { method: 'POST', body: 'a'.repeat(length) })).status;
    expect([await post(maxBody + 1), await post(100_000)]).toEqual([413, 413]);
    expect([...seenByService(), ...nginx.livekit.seen]).toEqual([]);
    expect(await post(maxBody)).toBe(200);
  });

  test('lets nobody make a second person of a media token', async () => {
    const refused = [
      'publish=a',
      'access_token=a&publish=a',
      'publish&access_token=a',
      '%70ublish=a',
      'a=b&publis%68=a',
    ];
    for (const door of ['/rtc', '/rtc/v1', '/rtc/validate'])
      for (const query of refused)
        expect([query, (await fetch(`${nginx.mediaUrl}${door}?${query}`)).status]).toEqual([query, 403]);
    expect(nginx.livekit.seen).toEqual([]);
    const asClients =
      'access_token=a.b.c&auto_subscribe=1&sdk=js&device_model=un%20publish&join_request=a%3D%3D&publisher=1';
    expect((await fetch(`${nginx.mediaUrl}/rtc?${asClients}`)).status).toBe(200);
    expect(nginx.livekit.seen).toHaveLength(1);
  });

  test('takes the service to LiveKit, and LiveKit to the service, by the private way', async () => {
    const rooms = await fetch(`${nginx.internalUrl}/twirp/livekit.RoomService/ListRooms`, { method: 'POST' });
    expect(await rooms.text()).toBe('livekit');
    // LiveKit would log such a path.
    for (const path of ['/twirp/Zm9yYmlkZGVu', '/twirp/livekit.RoomService/ListRooms/Zm9yYmlkZGVu'])
      expect((await fetch(nginx.internalUrl + path, { method: 'POST' })).status).toBe(404);
    expect(nginx.livekit.seen).toHaveLength(1);
    const tell = (length: number): Promise<Response> =>
      fetch(`${nginx.internalUrl}/livekit/webhook`, { method: 'POST', body: 'a'.repeat(length) });
    expect((await tell(maxWebhook + 1)).status).toBe(413);
    const hook = await tell(maxWebhook);
    expect(await hook.text()).toMatch(/^service [ab]$/);
    expect(seenByService()[0]?.headers.host).toBe(`127.0.0.1:${nginx.doors.service}`);
    expect((await fetch(`${nginx.internalUrl}/api/v1/meetings`)).status).toBe(404);
  });

  test('sends whoever comes without TLS to TLS, and does not answer to other names', async () => {
    const { http } = nginx.doors;
    const moved = await fetch(`http://127.0.0.1:${http}/r/abc`, { redirect: 'manual' });
    expect(moved.status).toBe(308);
    expect(moved.headers.get('location')).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/r\/abc$/);
    expect(await raw(http, 'GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n')).toBe('');
    expect(await overTls('/healthz', '127.0.0.1')).toBe(200);
    expect(await overTls('/rtc', 'localhost')).toBe(200);
    expect(await overTls('/healthz', 'elsewhere.example')).toBe('ECONNRESET');
    expect(nginx.livekit.seen).toHaveLength(1);
  });
});
