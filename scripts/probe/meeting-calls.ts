import type { z } from 'zod';
import { problem, type Problem } from '../../src/shared/failure.ts';
import { serviceApi, type ApiBody, type ApiCall, type ApiReply } from '../../src/shared/service-api.ts';

const timeoutMs = 10_000;

/** The service said no. `field`: the member of the request that was wrong. */
export class Refused extends Error {
  readonly type: Problem['type'];
  readonly field: string | undefined;
  constructor(call: string, { type, field }: Problem) {
    super(`${call}: ${type}${field === undefined ? '' : ` (${field})`}`);
    this.type = type;
    this.field = field;
  }
}

/** Calls of the meeting service at `origin`; @throws {Refused}, or with what went wrong on the way. */
export const meetingCalls =
  (origin: string) =>
  async <C extends ApiCall>(name: C, body: ApiBody<C>, token?: string): Promise<ApiReply<C>> => {
    const { method, path, replies } = serviceApi[name];
    const answer = await fetch(new URL(path, origin), {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await answer.text();
    const reply = (replies as Readonly<Record<number, z.ZodType>>)[answer.status];
    if (reply) return reply.parse(text === '' ? undefined : JSON.parse(text)) as ApiReply<C>;
    const said = problem.safeParse(text.startsWith('{') ? JSON.parse(text) : null);
    if (said.success) throw new Refused(name, said.data);
    throw new Error(`${name}: HTTP ${answer.status}`);
  };
