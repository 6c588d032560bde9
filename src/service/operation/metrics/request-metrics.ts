import type { FastifyInstance, FastifyRequest } from 'fastify';
import { failureOf } from '../../http/problem.ts';
import type { Metrics } from './metrics.ts';

/** Counts and times every request, and says why those were refused that were. */
export function measureRequests(app: FastifyInstance, { requests, running, refusals }: Metrics): void {
  // Prometheus sees increases only: a counter that first appears with its first event would hide that event.
  app.addHook('onRoute', ({ url }) => {
    for (const failure of ['service-error', 'service-busy']) refusals.inc({ route: url, failure }, 0);
  });
  app.addHook('onRequest', async (_request, reply) => {
    running.inc();
    // Also if the client disconnects before the answer.
    reply.raw.once('close', () => running.dec());
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request);
    const failure = failureOf(request);
    if (failure) refusals.inc({ route, failure });
    // Without a route the method may be anything that a stranger wrote.
    const method = route === 'none' ? 'other' : request.method;
    requests.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
}

const routeOf = ({ routeOptions }: FastifyRequest): string => routeOptions.url ?? 'none';
