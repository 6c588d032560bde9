import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addDetails, type OpenApiDocument } from './openapi-details.ts';

type JsonSchema = { additionalProperties?: unknown; default?: unknown };

/** Must be registered before the routes that it describes. */
export async function openApiRoute(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Visio-Agents, meeting service', version: '1' },
      components: {
        securitySchemes: {
          agent: {
            type: 'http',
            scheme: 'bearer',
            description: "An agent's access token, where the service has sign-in",
          },
          participation: {
            type: 'http',
            scheme: 'bearer',
            description: 'The participation token of an admission',
          },
        },
      },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { override: asAnswered } }),
  });
  const schema = {
    summary: 'This document',
    operationId: 'openapi',
    response: { 200: z.looseObject({ openapi: z.string() }) },
  };
  let document: OpenApiDocument | null = null;
  app.get('/openapi.json', { schema }, async (_request, reply) => {
    document ??= addDetails(structuredClone<unknown>(app.swagger()) as OpenApiDocument);
    return reply
      .header('cache-control', 'public, max-age=300')
      .header('content-type', 'application/json; charset=utf-8') // a serializer of one's own leaves it out
      .serializer((body: unknown) => JSON.stringify(body))
      .send(document);
  });
}

/**
 * Clients ignore unknown members of answers, while zod would forbid them in what it writes out. Bodies stay strict.
 * The fallbacks that the app reads in place of invalid members are not documented: the service never omits those
 * members.
 */
function asAnswered({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: JsonSchema }): void {
  if (zodSchema instanceof z.ZodObject && !zodSchema.def.catchall) delete jsonSchema.additionalProperties;
  if (zodSchema instanceof z.ZodCatch) delete jsonSchema.default;
}
