import type { FastifyInstance, FastifyRequest } from 'fastify';
import { failureOf } from './problem.ts';
import type { MeetingDeps } from '../meetings/deps.ts';
import { referenceOf } from '../meetings/meeting-reference.ts';
import { codeIn } from '../routes/invitation-code-in.ts';
import { bearerToken } from '../routes/participation.ts';

type Readers = Pick<MeetingDeps, 'codes' | 'tokens'>;

/**
 * Logs a line for each request: its route and not its URL, because `/r/<code>` opens a meeting; the reference of the
 * meeting that it names; and why it was refused. Searching for the reference in a complaint also finds people who did
 * not get in.
 */
export function logRequests(app: FastifyInstance, readers: Readers): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const failure = failureOf(request);
    request.log.info(
      {
        method,
        route: routeOptions.url ?? null,
        status: reply.statusCode,
        ...(failure === undefined ? {} : { failure }),
        ...meetingOf(request, readers),
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}

/**
 * The reference of the meeting that one of our tokens or codes names; whether the meeting is open, or ever was, is
 * not looked up.
 */
export function meetingOf(request: FastifyRequest, { codes, tokens }: Readers): { reference?: string } {
  const named = tokens.read(bearerToken(request)) ?? codes.read(codeIn(request) ?? '');
  return named ? { reference: referenceOf(named.meetingId) } : {};
}
