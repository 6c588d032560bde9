import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem.ts';

/** Calls of people who are in a meeting; the others are those of people who want to be in one. */
const ofRunningMeetings = '/api/v1/participation/';
/** What is asked of the process itself must be answered all the more when there is much to do. */
const always = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Refuses what is more than this instance can do at once, before any work. A request counts once it is there as a whole:
 * many that never end are silence, which has its own limits. Whoever wants to come in is refused at `most`; whoever is in
 * goes on being answered until twice as many requests are running. Event streams, which last, are not counted here.
 */
export function limitRequests(app: FastifyInstance, most: number): void {
  let running = 0;
  app.addHook('preValidation', async ({ routeOptions: { url = '' } }, reply) => {
    // Of whom has gone while their request was read nobody would hear that they went.
    if (always.has(url) || reply.raw.destroyed) return undefined;
    const limit = url.startsWith(ofRunningMeetings) ? most * 2 : most;
    if (running >= limit) return sendProblem(reply, { code: 'service-busy', retryAfter: 5 });
    running += 1;
    let counted = true;
    const done = () => {
      if (counted) running -= 1;
      counted = false;
    };
    reply.raw.once('close', done);
    if (isStream(url)) done();
    return undefined;
  });
}

const isStream = (url: string): boolean => url === `${ofRunningMeetings}events`;
