import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** The page that the browser shows at the end: plain text and a title. */
type LastPage = { readonly title: string; readonly text: string };

export type LoopbackRedirect = {
  /** The redirect URI for the provider (RFC 8252, section 7.3). */
  readonly redirectUri: string;
  /** Resolves when the browser comes back with our state. Never rejects; stays pending after `close`. */
  readonly arrived: Promise<URL>;
  /** Answers the browser that came back, and closes. */
  finish(page: LastPage): Promise<void>;
  close(): void;
};

type Options = { readonly state: string; readonly stranger: LastPage; readonly language: string };

/** Another program may try all ports; without the state it learns nothing and changes nothing. */
const limits = {
  // A browser sends the cookies of all programs that serve pages on 127.0.0.1, whatever their port.
  maxHeaderSize: 288 * 1024,
  connectionsCheckingInterval: 1_000,
  headersTimeout: 5_000,
};

const patienceMs = 2_000;

/** Waits on a port of this machine until the browser comes back, once. @throws if no port is available. */
export async function openLoopbackRedirect({
  state,
  stranger,
  language,
}: Options): Promise<LoopbackRedirect> {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<URL>();
  let waiting: ServerResponse | null = null;
  let taken = false;
  const server = createServer(limits, (request, response) => {
    const url = callbackOf(request, authority(), state);
    // A second request, even with the right state, comes from somebody who has read the address.
    if (url === null || taken) return send(response, 404, stranger, language);
    taken = true;
    waiting = response;
    arrive(url);
  });
  server.maxConnections = 20;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const authority = (): string => `127.0.0.1:${port}`;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return {
    redirectUri: `http://127.0.0.1:${port}/callback`,
    arrived,
    close,
    async finish(page) {
      server.close();
      if (waiting && !waiting.destroyed) {
        const told = once(waiting, 'close');
        send(waiting, 200, page, language);
        // A browser that does not read the page must not delay the sign-in.
        await Promise.race([told, wait(patienceMs, undefined, { ref: false })]);
      }
      server.closeAllConnections();
    },
  };
}

/** The address that came back, if it is from our browser: method, host, path and state must be the expected ones. */
function callbackOf({ method, headers, url = '' }: IncomingMessage, host: string, state: string): URL | null {
  if (method !== 'GET' || headers.host !== host || !url.startsWith('/callback?')) return null;
  if (!URL.canParse(url, `http://${host}`)) return null;
  const callback = new URL(url, `http://${host}`);
  const given = callback.searchParams.getAll('state');
  return callback.pathname === '/callback' && given.length === 1 && sameText(given[0] ?? '', state)
    ? callback
    : null;
}

function sameText(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function send(response: ServerResponse, status: number, { title, text }: LastPage, language: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${title}</title><style>${style}</style><main><h1>${title}</h1><p>${text}</p></main></html>`,
  );
}

const style =
  ':root{color-scheme:light dark;font:1.125rem/1.6 system-ui,sans-serif}body{margin:0;min-height:100vh;display:grid;place-items:center}main{max-width:34rem;padding:2rem}h1{font-size:1.75rem;line-height:1.3}';
