import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../errors.ts';
import type { MediaHint, ReadWebhook } from '../livekit-webhooks.ts';
import { heed } from '../meetings/enforce.ts';
import type { Parts } from '../meetings/parts.ts';
import { problemReply } from './serve.ts';

const webhookPath = '/livekit/webhook';
/** LiveKit describes the room and one person with their tracks: some kB. nginx.conf says the same. */
export const maxBody = 65_536;

/** Where LiveKit says that somebody came, went or sends something. What it has not signed does nothing. */
export function webhookRoute(app: FastifyInstance, parts: Parts, readWebhook: ReadWebhook): void {
  const isNew = createReplayGuard(parts.store.now);
  // In a plugin of its own: only here bodies stay texts, whose bytes are what was signed.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: maxBody }, (_request, body, done) =>
      done(null, body),
    );
    const schema = {
      summary: 'Signed messages of the media server',
      operationId: 'webhook',
      response: { default: problemReply },
    };
    scope.post(webhookPath, { schema, bodyLimit: maxBody }, async (request, reply) => {
      let hint: MediaHint | null;
      try {
        const body = typeof request.body === 'string' ? request.body : '';
        hint = await readWebhook(body, request.headers.authorization ?? '');
      } catch {
        return sendProblem(reply, { code: 'not-signed-in' });
      }
      if (hint && isNew(hint)) await heed(parts, hint);
      return reply.code(204).send();
    });
  });
}

/** LiveKit tries for about 15 s; its signatures are good for minutes. */
const oldestMs = 60_000;

/** True once for each message, and never for an old one. */
function createReplayGuard(now: () => number): (hint: MediaHint) => boolean {
  const seen = new Map<string, number>();
  return ({ id, at }) => {
    const oldest = now() - oldestMs;
    for (const [known, seenAt] of seen) {
      if (seenAt >= oldest) break;
      seen.delete(known);
    }
    if (at < oldest || seen.has(id)) return false;
    seen.set(id, now());
    return true;
  };
}
