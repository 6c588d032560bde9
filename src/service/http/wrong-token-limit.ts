import type { FastifyInstance } from 'fastify';
import { noteFailure, problemOf } from './problem.ts';
import type { FailureLimiter } from './failure-limiter.ts';

/**
 * Tokens that nobody signed are counted for the address that sends them, as wrong codes are: from some number on they
 * are answered with too-many-requests, which keeps the 401's WWW-Authenticate: it is about the token. Whoever sends none at all has not signed in, which is no failure; and a token
 * that is good is never held up by those of a neighbour, unless the issuer has to be asked about it (introspection.ts).
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
