import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { otherRoutes } from '../../shared/service-api.ts';
import { sendProblem } from '../http/problem.ts';
import type { Metrics } from '../operation/metrics/metrics.ts';

type Deps = {
  readonly metrics: Pick<Metrics, 'registry'>;
  /** Brings up to date what is not counted as it happens. */
  readonly refresh: () => Promise<void>;
};

/**
 * For the operator's collector, which asks each instance directly. Requests that a proxy forwarded come from outside
 * and get a 404: a second barrier, in case the proxy's own rule is forgotten.
 */
export function metricsRoute(app: FastifyInstance, { metrics: { registry }, refresh }: Deps): void {
  const schema = {
    summary: 'What is counted, for Prometheus',
    operationId: 'metrics',
    response: { 200: z.string() },
  };
  app.get(otherRoutes.metrics.path, { schema }, async ({ headers }, reply) => {
    if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined)
      return sendProblem(reply, { code: 'bad-request' }, 404);
    await refresh();
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
}
