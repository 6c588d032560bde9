import type { FastifyInstance } from 'fastify';
import { otherRoutes } from '../../shared/service-api.ts';
import { sendProblem } from '../http/problem.ts';
import type { MediaHint, ReadWebhook, Unreadable } from '../livekit/webhook-reader.ts';
import { onWebhook } from '../meetings/enforcing/on-webhook.ts';
import type { MeetingDeps } from '../meetings/deps.ts';
import type { Metrics } from '../operation/metrics/metrics.ts';
import { problemReply } from '../http/serve-route.ts';

/** LiveKit describes the room and one person with their tracks: some kB. nginx.conf says the same. */
export const maxBody = 65_536;

/** Where LiveKit reports who came, left or sends something. Unsigned messages have no effect. */
export function webhookRoute(
  app: FastifyInstance,
  deps: MeetingDeps,
  readWebhook: ReadWebhook,
  { webhooksDropped }: Pick<Metrics, 'webhooksDropped'>,
): void {
  const ageOf = createReplayGuard(deps.store.now);
  const warn = createDropLog(deps);
  const drop = (reason: Unreadable, hint?: MediaHint): void => {
    webhooksDropped.inc({ reason });
    warn(reason, hint);
  };
  const handleOnce = async (hint: MediaHint): Promise<void> => {
    const age = ageOf(hint);
    if (age === 'new') await onWebhook(deps, hint);
    if (age === 'late') drop('late', hint);
  };
  // In a plugin of its own: only here bodies stay text, because the signature is over their bytes.
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
    scope.post(otherRoutes.webhook.path, { schema, bodyLimit: maxBody }, async (request, reply) => {
      const body = typeof request.body === 'string' ? request.body : '';
      const read = await readWebhook(body, request.headers.authorization ?? '');
      if (!read.ok) {
        drop(read.error);
        return sendProblem(reply, { code: 'not-signed-in' });
      }
      const hint = read.value;
      if (hint) await handleOnce(hint);
      return reply.code(204).send();
    });
  });
}

/** LiveKit tries for about 15 s; its signatures are good for minutes. */
const oldestMs = 60_000;

type Age = 'new' | 'repeated' | 'late';

/** Answers `new` once for each message, and never for an old one. */
function createReplayGuard(now: () => number): (hint: MediaHint) => Age {
  const seen = new Map<string, number>();
  return ({ id, at }) => {
    const oldest = now() - oldestMs;
    for (const [known, seenAt] of seen) {
      if (seenAt >= oldest) break;
      seen.delete(known);
    }
    if (at < oldest) return 'late';
    if (seen.has(id)) return 'repeated';
    seen.set(id, now());
    return 'new';
  };
}

const why: Readonly<Record<Unreadable, string>> = {
  unsigned: 'a webhook was dropped that is not signed with our key for LiveKit',
  late: 'a webhook was dropped that LiveKit dates more than a minute ago: its clock is behind, or it comes late',
  early: "a webhook was dropped that LiveKit dates in the future: its machine's clock is ahead of ours",
};
const warnEveryMs = 60_000;

/** Logs dropped messages, each reason at most once a minute: meetings go on without them, only later. */
function createDropLog({ store, log }: Pick<MeetingDeps, 'store' | 'log'>) {
  const warnedAt = new Map<Unreadable, number>();
  return (reason: Unreadable, hint?: MediaHint): void => {
    const now = store.now();
    if (now - (warnedAt.get(reason) ?? -Infinity) < warnEveryMs) return;
    warnedAt.set(reason, now);
    const lag = hint ? { seconds: Math.round((now - hint.at) / 1000) } : {};
    log.warn({ reason, ...lag, runbook: 'VisioWebhooksDropped' }, why[reason]);
  };
}
