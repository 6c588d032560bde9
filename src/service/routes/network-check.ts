import type { FastifyInstance } from 'fastify';
import { createAddressRateLimiter } from '../http/address-rate-limiter.ts';
import { refuse } from '../refusal.ts';
import type { MeetingDeps } from '../meetings/deps.ts';
import { serve } from '../http/serve-route.ts';

/**
 * Open to everybody, as those in trouble may be guests who have not come in anywhere yet.
 * @param mostPerMinute from one address; 0: no limit
 */
export function networkCheckRoute(
  app: FastifyInstance,
  { networkChecks, store }: Pick<MeetingDeps, 'networkChecks' | 'store'>,
  mostPerMinute: number,
): void {
  const mayAsk = createAddressRateLimiter(mostPerMinute, store.now);
  serve(app, 'checkNetwork', async (_body, request) =>
    mayAsk(request.ip) ? networkChecks.grant() : refuse('too-many-requests', { retryAfter: 60 }),
  );
  // By now every request has been answered, and no other comes.
  app.addHook('onClose', () => networkChecks.endAll());
}
