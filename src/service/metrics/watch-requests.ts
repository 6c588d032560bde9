import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '../../shared/failure.ts';
import type { Metrics } from './metrics.ts';

/** Counts and times every request, and says why those were refused that were. */
export function watchRequests(app: FastifyInstance, { requests, running, refusals }: Metrics): void {
  // A counter that begins with its first event hides it: Prometheus counts from what it saw before.
  app.addHook('onRoute', ({ url }) => {
    for (const failure of ['service-error', 'service-busy']) refusals.inc({ route: url, failure }, 0);
  });
  app.addHook('onRequest', async (_request, reply) => {
    running.inc();
    // Also of those whose client goes before the answer.
    reply.raw.once('close', () => running.dec());
  });
  app.addHook('preSerialization', async (request, _reply, payload) => {
    const { data } = problem.safeParse(payload);
    if (data)
      refusals.inc({ route: routeOf(request), failure: data.type.slice(data.type.lastIndexOf(':') + 1) });
    return payload;
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request);
    // What no route answers has whatever method a stranger wrote.
    const method = route === 'none' ? 'other' : request.method;
    requests.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
}

const routeOf = ({ routeOptions }: FastifyRequest): string => routeOptions.url ?? 'none';
