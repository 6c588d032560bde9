import type { FastifyRequest } from 'fastify';
import { otherRoutes, serviceApi } from '../../shared/service-api.ts';

type RoutePolicy = {
  readonly credential: (typeof serviceApi)[keyof typeof serviceApi]['credential'];
  readonly host: 'public' | 'any';
  readonly concurrency: 'limited' | 'stream' | 'exempt';
};

/** For the calls of the table, which say nothing else, and for what no table knows: pages, and paths that nothing answers. */
const usual: RoutePolicy = { credential: 'none', host: 'public', concurrency: 'limited' };

// Calls that share a path differ in their method alone.
const policies = new Map<string, RoutePolicy>([
  ...Object.values(serviceApi).map(({ path, credential }): [string, RoutePolicy] => [
    path,
    { ...usual, credential },
  ]),
  ...Object.values(otherRoutes).map(({ path, ...route }): [string, RoutePolicy] => [path, route]),
]);

/** What the tables say of the route that a request came to, for guards that treat routes differently. */
export const policyOf = ({ routeOptions: { url = '' } }: FastifyRequest): RoutePolicy =>
  policies.get(url) ?? usual;
