import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { otherRoutes } from '../../shared/service-api.ts';
import type { Readiness } from '../operation/readiness.ts';

/** Liveness: the process answers. It asks nobody else, so that a fault of LiveKit does not restart the service. */
export function healthRoute(app: FastifyInstance): void {
  const schema = {
    summary: 'Whether the service is alive',
    operationId: 'health',
    response: { 200: z.object({ status: z.literal('ok') }) },
  };
  app.get(otherRoutes.health.path, { schema }, async () => ({ status: 'ok' }));
}

const readinessReport = z.object({
  ready: z.boolean(),
  drift: z.number().describe("Seconds that this machine's clock is ahead of the store's"),
  store: z.boolean().describe('The store answers'),
  media: z.boolean().describe('LiveKit answers'),
  leaving: z.boolean().describe('This instance is about to stop'),
});

/** Readiness: whether a load balancer should send people here, and if not, why. */
export function readinessRoute(app: FastifyInstance, readiness: Readiness): void {
  const schema = {
    summary: 'Whether people should be sent to this instance',
    operationId: 'readiness',
    response: { 200: readinessReport, 503: readinessReport },
  };
  app.get(otherRoutes.readiness.path, { schema }, async (_request, reply) => {
    const report = await readiness.check();
    return reply.code(report.ready ? 200 : 503).send(report);
  });
}
