import type { z } from 'zod';
import type { Discovery } from '../shared/discovery.ts';
import { problem, type Failure, type ServiceFailureCode } from '../shared/failure.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isOlder } from '../shared/versions.ts';
import { serviceApi, type ApiBody, type ApiCall, type ApiReply } from '../shared/service-api.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
type CallOptions = {
  /** Participation token or, where there is sign-in, an agent's access token. */
  readonly token?: string;
  readonly idempotencyKey?: string;
};
export type MeetingService = {
  call<C extends ApiCall>(
    name: C,
    body: ApiBody<C>,
    options?: CallOptions,
  ): Promise<Result<ApiReply<C>, Failure>>;
  discover(): Promise<Result<Discovery, Failure>>;
};
type Deps = {
  readonly origin: string;
  /** net.fetch: it knows the system's proxy and certificates, Node's does not. */
  readonly fetch: Fetch;
  readonly isOnline: () => boolean;
  readonly appVersion: string;
};

const timeoutMs = 10_000;
/** No answer of the service comes near it; discovery is limited to 16 kB. */
const maxAnswerLength = 65_536;

/** The meeting service as a table of typed calls; whatever goes wrong is a failure, never an exception. */
export function connectMeetingService({ origin, fetch, isOnline, appVersion }: Deps): MeetingService {
  const call: MeetingService['call'] = async (name, body, { token, idempotencyKey } = {}) => {
    const { method, path, replies } = serviceApi[name];
    let response: Response;
    let text: string;
    try {
      response = await fetch(origin + path, {
        method,
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(timeoutMs),
      });
      text = await response.text();
    } catch {
      return err({ code: isOnline() ? 'service-unreachable' : 'offline' });
    }
    if (text.length > maxAnswerLength) return err({ code: 'not-a-service' });
    const schema = (replies as Readonly<Record<number, z.ZodType>>)[response.status];
    if (!schema) return err(readProblem(response, text));
    const reply = schema.safeParse(text === '' ? undefined : parseJson(text));
    return reply.success ? ok(reply.data as ApiReply<typeof name>) : err({ code: 'not-a-service' });
  };
  return {
    call,
    async discover() {
      const found = await call('discovery', undefined);
      if (!found.ok) return found;
      return isOlder(appVersion, found.value.api.minimumApp) ? err({ code: 'app-too-old' }) : found;
    },
  };
}

/** An answer that is not the service's own (a proxy's page, a captive portal) names no failure of ours. */
export function readProblem(response: Response, text: string): Failure {
  const parsed = problem.safeParse(parseJson(text));
  if (!parsed.success) return { code: response.status >= 500 ? 'service-unreachable' : 'not-a-service' };
  const code = parsed.data.type.slice('urn:visio-agents:failure:'.length) as ServiceFailureCode;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    code,
    ...(Number.isInteger(retryAfter) && retryAfter >= 0 ? { retryAfter } : {}),
    ...(parsed.data.field === undefined ? {} : { field: parsed.data.field }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
