import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** `fetch`, but under another name than the address: the Host header is one that `fetch` writes itself. */
export async function askUnderName(url: string, host: string, init: RequestInit = {}): Promise<Response> {
  // Request turns whatever the body is into bytes, and adds the headers that belong to it.
  const asked = new Request(url, init);
  const body = Buffer.from(await asked.arrayBuffer());
  const sent = request(url, {
    method: asked.method,
    headers: { ...Object.fromEntries(asked.headers), host, 'content-length': body.length },
    signal: asked.signal,
    agent: false,
  });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const status = answer.statusCode ?? 0;
  const headers = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
    [value ?? []].flat().map((each) => [name, each]),
  );
  // These have no body by definition, and Response takes none.
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : (Readable.toWeb(answer) as ReadableStream), { status, headers });
}
