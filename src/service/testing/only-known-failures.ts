import type { FastifyInstance } from 'fastify';
import { problem } from '../../shared/failure.ts';
import { anyCallFails, serviceApi } from '../../shared/service-api.ts';

const routes = Object.values(serviceApi);

/** Has every test notice a refusal that the call is not said to have: the OpenAPI document is made of what is said. */
export function allowOnlyKnownFailures(app: FastifyInstance): void {
  app.addHook('preSerialization', async ({ method, routeOptions }, _reply, payload) => {
    const route = routes.find((each) => each.method === method && each.path === routeOptions.url);
    const { data } = problem.safeParse(payload);
    const code = data?.type.slice(data.type.lastIndexOf(':') + 1);
    const known: readonly string[] = route ? [...route.failures, ...anyCallFails] : [];
    if (route && code && !known.includes(code))
      throw new Error(`${method} ${route.path} is not said to answer ${code}`);
    return payload;
  });
}
