import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Admission } from '../../shared/meeting.ts';
import { eventsPath } from '../../shared/meeting-events.ts';
import type { TestService } from './test-service.ts';

/** Over a real connection: what a stream is, is how its bytes arrive. */
export async function listenTo(
  { app }: TestService,
  { participationToken }: Pick<Admission, 'participationToken'>,
) {
  const { port } = app.server.address() as AddressInfo;
  const abort = new AbortController();
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request(
    {
      port,
      path: eventsPath,
      headers: { host: '127.0.0.1:8080', authorization: `Bearer ${participationToken}` },
      signal: abort.signal,
    },
    resolve,
  )
    .on('error', reject)
    .end();
  const answer = await promise;
  answer.setEncoding('utf8');
  const chunks = answer[Symbol.asyncIterator]();
  return {
    headers: answer.headers,
    status: answer.statusCode,
    /** The next piece that arrives, null at the end. */
    next: async (): Promise<string | null> => {
      const chunk: IteratorResult<string> = await chunks.next();
      return chunk.done ? null : chunk.value;
    },
    hangUp: () => abort.abort(),
  };
}
