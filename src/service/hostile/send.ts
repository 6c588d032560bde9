import { Agent, request, type IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Hostile } from './mutation.ts';

export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly ms: number;
};

/** Longer than this (ms) nothing may take. */
const patienceMs = 5000;
const piece = 1000;

/** Sends requests over a few connections that stay open, as a client in a hurry does. */
export function createSender(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  return {
    /** Null if the service closed the connection without a word. @throws {Error} if it took too long. */
    send({ method, path, headers, body }: Hostile): Promise<Answered | null> {
      const { promise, resolve, reject } = Promise.withResolvers<Answered | null>();
      const begun = performance.now();
      let answer: IncomingMessage | null = null;
      const sent = request({
        agent,
        port,
        method,
        path,
        headers: {
          ...headers,
          ...(body && body.type !== null ? { 'content-type': body.type } : {}),
          ...body?.headers,
          ...(body && !body.inPieces ? { 'content-length': body.bytes.length } : {}),
          ...(body?.inPieces ? { 'transfer-encoding': 'chunked' } : {}),
        },
        signal: AbortSignal.timeout(patienceMs),
      });
      sent.on('response', (response) => {
        answer = response;
        void response.toArray().then(
          (pieces: Buffer[]) =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(pieces).toString(),
              ms: performance.now() - begun,
            }),
          reject,
        );
      });
      // A client that is refused while still writing may find the connection closed; but never open and silent.
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (answer) return;
        if (error.code === 'ECONNRESET' || error.code === 'EPIPE') resolve(null);
        else reject(error);
      });
      if (body?.inPieces)
        for (let at = 0; at < body.bytes.length; at += piece) sent.write(body.bytes.subarray(at, at + piece));
      sent.end(body?.inPieces ? undefined : body?.bytes);
      return promise;
    },
    stop: () => agent.destroy(),
  };
}
