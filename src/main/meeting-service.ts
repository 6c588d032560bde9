import { z } from 'zod';
import type { Discovery } from '../shared/discovery.ts';
import { problem, type Failure, type FailureCode, type ServiceFailureCode } from '../shared/failure.ts';
import { parseJson } from '../shared/parse-json.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isOlder } from '../shared/versions.ts';
import { serviceApi, type ApiBody, type ApiCall, type ApiReply } from '../shared/service-api.ts';
import { gatewayStatus, mayAwaitProxyLogin, troubleOf } from './network-trouble.ts';
import type { PassProxy } from './proxy/proxy-gate.ts';
import { readAtMost } from './read-at-most.ts';

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
  /** Gives a proxy on the way what it asks for, from the user if it must be. Without it none gets anything. */
  readonly passProxy?: PassProxy;
  /** Of whoever answers: ms since the epoch, to the second. */
  readonly onTime?: (time: number) => void;
};
type Answered =
  /** `text` null: longer than any answer of a service. */
  | { readonly response: Response; readonly text: string | null }
  | { readonly error: unknown }
  | { readonly refusedBy: 'proxy' };

const timeoutMs = 10_000;
const proxyAsks = 407;
/** Network Authentication Required (RFC 6585): the answer of a captive portal. */
const portalStatus = 511;
/** No answer of the service comes near it; discovery is limited to 16 kB. */
const maxAnswerBytes = 65_536;

/** The meeting service as a table of typed calls; whatever goes wrong is a failure, never an exception. */
export function connectMeetingService({
  origin,
  fetch,
  isOnline,
  appVersion,
  passProxy = async () => 'closed',
  onTime = () => undefined,
}: Deps): MeetingService {
  async function ask(url: string, init: RequestInit): Promise<Answered> {
    try {
      // Each time anew: somebody may type a password in between.
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
      return { response, text: await readAtMost(response, maxAnswerBytes) };
    } catch (error) {
      return { error };
    }
  }

  /** The same once more when the proxy on the way is content: what it held back never reached the service. */
  async function askThroughProxy(url: string, init: RequestInit): Promise<Answered> {
    const first = await ask(url, init);
    const isHeldBack =
      'response' in first
        ? first.response.status === proxyAsks
        : 'error' in first && mayAwaitProxyLogin(first.error);
    if (!isHeldBack) return first;
    const passage = await passProxy(url, 'insist');
    return passage === 'open' ? ask(url, init) : passage === 'refused' ? { refusedBy: 'proxy' } : first;
  }

  const call: MeetingService['call'] = async (name, body, { token, idempotencyKey } = {}) => {
    const { method, path, replies } = serviceApi[name];
    const answered = await askThroughProxy(origin + path, {
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
    });
    if ('refusedBy' in answered) return err({ code: 'proxy-authentication' });
    if ('error' in answered) return err({ code: troubleOf(answered.error, isOnline()) });
    const { response, text } = answered;
    if (text === null) return err({ code: 'not-a-service' });
    const schema = (replies as Readonly<Record<number, z.ZodType>>)[response.status];
    if (!schema) return err(readProblem(response, text));
    const reply = schema.safeParse(text === '' ? undefined : parseJson(text));
    if (!reply.success) return err({ code: 'not-a-service' });
    const time = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(time)) onTime(time);
    return ok(reply.data as ApiReply<typeof name>);
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

/** These are also said of who is not asked for a token, or has a good one. */
const isBusy: ReadonlySet<FailureCode> = new Set(['too-many-requests', 'service-busy']);

/** Seconds. Timers that are set for a month fire at once. */
const longestWait = 3600;

const ofAnyRelease = z.object({ type: z.string().startsWith('urn:visio-agents:failure:') });

/** For an answer that is not ours: a gateway (502 to 504) says that nobody is behind it; any other 5xx comes from a server that is there. */
function failureByStatus(status: number): FailureCode {
  if (gatewayStatus.has(status)) return 'service-unreachable';
  return status >= 500 && status !== portalStatus ? 'service-error' : 'not-a-service';
}

/** An answer that is not the service's own (a proxy's page, a captive portal) names no failure of ours. */
export function readProblem(response: Response, text: string): Failure {
  const parsed = problem.safeParse(parseJson(text));
  if (response.status === proxyAsks) return { code: 'proxy-authentication' };
  // A service of a release after ours may refuse for a reason that we have no word for.
  if (!parsed.success && ofAnyRelease.safeParse(parseJson(text)).success) return { code: 'service-error' };
  if (!parsed.success) return { code: failureByStatus(response.status) };
  const code = parsed.data.type.slice('urn:visio-agents:failure:'.length) as ServiceFailureCode;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    code,
    ...(Number.isInteger(retryAfter) && retryAfter >= 0
      ? { retryAfter: Math.min(retryAfter, longestWait) }
      : {}),
    ...(isBusy.has(code) && response.headers.has('www-authenticate') ? { ofCredentials: true } : {}),
    ...(parsed.data.field === undefined ? {} : { field: parsed.data.field }),
  };
}
