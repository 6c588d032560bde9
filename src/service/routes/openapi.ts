import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';

type JsonSchema = { additionalProperties?: unknown };

/** Must be registered before the routes that it describes. */
export async function openApiRoute(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Visio-Agents, meeting service', version: '1' },
      components: {
        securitySchemes: {
          participation: {
            type: 'http',
            scheme: 'bearer',
            description: 'The participation token of an admission',
          },
        },
      },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { override: leaveAnswersOpen } }),
  });
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(app.swagger()),
  );
}

/** Clients ignore unknown members of answers; zod would forbid them in whatever it writes out. Bodies stay strict. */
function leaveAnswersOpen({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: JsonSchema }): void {
  if (zodSchema instanceof z.ZodObject && !zodSchema.def.catchall) delete jsonSchema.additionalProperties;
}
