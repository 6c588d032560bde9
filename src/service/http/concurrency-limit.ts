import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem.ts';
import { policyOf } from './route-policies.ts';

/**
 * Refuses what is more than this instance can do at once, before any work. A request counts once it has been read as a
 * whole: many that never end are silence, which has its own limits. People who want to come in are refused at `most`;
 * calls of people who are in a meeting (a participation token) go on being answered until twice as many requests are
 * running. Event streams, which last, are not counted here.
 */
export function limitConcurrency(app: FastifyInstance, most: number): void {
  let running = 0;
  app.addHook('preValidation', async (request, reply) => {
    const { credential, concurrency } = policyOf(request);
    // If the client disconnected while we read the body, no close event will follow.
    if (concurrency === 'exempt' || reply.raw.destroyed) return undefined;
    const limit = credential === 'participation' ? most * 2 : most;
    if (running >= limit) return sendProblem(reply, { code: 'service-busy', retryAfter: 5 });
    // A stream is checked against the limit, and does not count any more once it is accepted.
    if (concurrency === 'stream') return undefined;
    running += 1;
    reply.raw.once('close', () => (running -= 1));
    return undefined;
  });
}
