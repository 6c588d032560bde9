import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** Alive: the process answers. It asks nobody else, so that LiveKit's trouble does not get the service restarted. */
export function healthRoute(app: FastifyInstance): void {
  const schema = {
    summary: 'Whether the service is alive',
    operationId: 'health',
    response: { 200: z.object({ status: z.literal('ok') }) },
  };
  app.get('/healthz', { schema }, async () => ({ status: 'ok' }));
}
