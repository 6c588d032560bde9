import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemContentType } from '../../shared/service-api.ts';
import { serviceFailures, type Problem, type ServiceFailureCode } from '../../shared/failure.ts';
import type { Refusal } from '../refusal.ts';

/** For programmers who read the wire; people read the app's words for the code. */
const titles: Readonly<Record<ServiceFailureCode, string>> = {
  'bad-request': 'The request is not one that this service understands.',
  'not-signed-in': 'A valid token is needed.',
  removed: 'This person was removed from the meeting.',
  'not-allowed': 'This is not allowed.',
  'not-an-agent': 'This account is not an agent.',
  'meeting-over': 'This meeting is over or does not exist.',
  'meeting-full': 'The meeting is full.',
  'idempotency-conflict': 'This Idempotency-Key was used with another body.',
  'meeting-locked': 'The meeting is locked.',
  'too-many-requests': 'Too much was asked in a short time.',
  'service-error': 'The service failed.',
  'media-unreachable': 'The media server does not answer.',
  'service-busy': 'The service is busy.',
};

export function problemOf({ code, field }: Refusal): Problem {
  return {
    type: `urn:visio-agents:failure:${code}`,
    title: titles[code],
    status: serviceFailures[code],
    ...(field === undefined ? {} : { field }),
  };
}

const failures = new WeakMap<FastifyRequest, ServiceFailureCode>();

/** Remembers why a request was refused, for the metrics and the request log. */
export const noteFailure = (request: FastifyRequest, code: ServiceFailureCode): void =>
  void failures.set(request, code);
export const failureOf = (request: FastifyRequest): ServiceFailureCode | undefined => failures.get(request);

/** Answers with the refusal as `application/problem+json`; `status` only where HTTP has a better one than the table. */
export function sendProblem(
  reply: FastifyReply,
  refusal: Refusal,
  status: number = serviceFailures[refusal.code],
): FastifyReply {
  noteFailure(reply.request, refusal.code);
  if (refusal.retryAfter !== undefined) reply.header('retry-after', String(refusal.retryAfter));
  // RFC 9110, 11.6.1: also with other statuses, where other credentials might affect the answer.
  if (status === 401 || refusal.ofCredentials) reply.header('www-authenticate', 'Bearer');
  // Serialised here, so that no reply schema can change what refusals look like.
  return reply
    .code(status)
    .header('content-type', problemContentType)
    .serializer((body: unknown) => JSON.stringify(body))
    .send({ ...problemOf(refusal), status });
}
