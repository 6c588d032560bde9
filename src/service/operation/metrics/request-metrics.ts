import type { FastifyInstance, FastifyRequest } from 'fastify';
import { failureOf } from '../../http/problem.ts';
import type { Metrics } from './metrics.ts';

/** Counts and times every request, and says why those were refused that were. */
export function measureRequests(app: FastifyInstance, { requests, running, refusals }: Metrics): void {
  // A counter that begins with its first event hides it: Prometheus counts from what it saw before.
  app.addHook('onRoute', ({ url }) => {
    for (const failure of ['service-error', 'service-busy']) refusals.inc({ route: url, failure }, 0);
  });
  app.addHook('onRequest', async (_request, reply) => {
    running.inc();
    // Also of those whose client goes before the answer.
    reply.raw.once('close', () => running.dec());
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request);
    const failure = failureOf(request);
    if (failure) refusals.inc({ route, failure });
    // What no route answers has whatever method a stranger wrote.
    const method = route === 'none' ? 'other' : request.method;
    requests.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
}

const routeOf = ({ routeOptions }: FastifyRequest): string => routeOptions.url ?? 'none';
