import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { problem } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';
import {
  problemContentType,
  serviceApi,
  type ApiBody,
  type ApiCall,
  type ApiReply,
} from '../../shared/service-api.ts';
import { sendProblem } from './problem.ts';
import type { Refusal } from '../refusal.ts';

type Answer<C extends ApiCall> = Promise<Result<ApiReply<C>, Refusal>>;
type Handler<C extends ApiCall> = (
  body: ApiBody<C>,
  request: FastifyRequest,
  reply: FastifyReply,
) => Answer<C>;

/** Registers one call of the table: its schemas check what comes in and what goes out, and which status that has. */
export function serve<C extends ApiCall>(app: FastifyInstance, call: C, handler: Handler<C>): void {
  const route = serviceApi[call];
  const replies: Readonly<Record<string, z.ZodType>> = route.replies;
  const statusOf = (value: unknown): number => {
    const statuses = Object.keys(replies);
    const fitting =
      statuses.length === 1 ? statuses : statuses.filter((each) => replies[each]?.safeParse(value).success);
    return Number(fitting[0]);
  };
  app.route({
    method: route.method,
    url: route.path,
    schema: {
      summary: route.summary,
      operationId: call,
      ...('body' in route ? { body: route.body } : {}),
      ...(route.credential === 'participation' ? { security: [{ participation: [] }] } : {}),
      response: { ...replies, default: problemReply },
    },
    async handler(request, reply) {
      // A call without a body accepts no members.
      if (!('body' in route) && !isEmpty(request.body)) return sendProblem(reply, { code: 'bad-request' });
      // The schema above has checked the body; the table is what ties its type to the call.
      const answer = await handler(request.body as ApiBody<C>, request, reply);
      return answer.ok
        ? reply.code(statusOf(answer.value)).send(answer.value)
        : sendProblem(reply, answer.error);
    },
  });
}

const isEmpty = (body: unknown): boolean =>
  body === undefined || body === null || (typeof body === 'object' && Object.keys(body).length === 0);

export const problemReply = {
  description: 'Refused',
  content: { [problemContentType]: { schema: problem } },
};
