import type { FastifyInstance } from 'fastify';
import { noteFailure, problemOf } from './problem.ts';
import type { FailureLimiter } from './failure-limiter.ts';

/**
 * Counts invalid tokens per address, as wrong codes are: from some number on the answer is too-many-requests. It
 * keeps the WWW-Authenticate of the 401, because it is about the token. A request without a token is no failure: its
 * sender has not signed in. A valid token is never held up by a neighbour's invalid ones, unless the issuer has to be
 * asked about it (introspection.ts).
 */
export function limitWrongTokens(app: FastifyInstance, failureLimiter: FailureLimiter): void {
  app.addHook('preSerialization', async (request, reply, payload) => {
    const wrong = reply.statusCode === 401 && request.headers.authorization !== undefined;
    if (!wrong || failureLimiter(request.ip)) return payload;
    const problem = problemOf({ code: 'too-many-requests' });
    noteFailure(request, 'too-many-requests');
    reply.code(problem.status).header('retry-after', '60');
    return problem;
  });
}
