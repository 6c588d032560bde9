import type { z } from 'zod';
import type { Discovery } from '../shared/discovery.ts';
import type { Failure, FailureCode } from '../shared/failure.ts';
import { parseJson } from '../shared/parse-json.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isOlder } from '../shared/versions.ts';
import { serviceApi, type ApiBody, type ApiCall, type ApiReply } from '../shared/service-api.ts';
import { readAtMost } from './read-at-most.ts';
import { proxyAsks, readProblem } from './read-problem.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
type CallOptions = {
  /** Participation token or, where there is sign-in, an agent's access token. */
  readonly token?: string;
  readonly idempotencyKey?: string;
};
export type ServiceClient = {
  call<C extends ApiCall>(
    name: C,
    body: ApiBody<C>,
    options?: CallOptions,
  ): Promise<Result<ApiReply<C>, Failure>>;
  discover(): Promise<Result<Discovery, Failure>>;
};

/** What an error of `fetch` means, as far as this runtime can say. */
export type NetworkError = {
  readonly code: FailureCode;
  /** A proxy on the way may be waiting for a name and a password. */
  readonly mayAwaitProxyLogin: boolean;
};
/** `refused`: the proxy wants a password and got none that it takes; `closed`: something else is in the way. */
export type Passage = 'open' | 'refused' | 'closed';
/**
 * Whether the way to that address is open now. `insist`: somebody has just clicked and may be asked again; `quiet`: nobody
 * is asked who has declined before.
 */
export type PassProxy = (address: string, how: 'insist' | 'quiet') => Promise<Passage>;

type Deps = {
  readonly origin: string;
  /** In Electron net.fetch: it knows the system's proxy and certificates, Node's does not. */
  readonly fetch: Fetch;
  /** Without it every error is a service that cannot be reached: browsers and Node do not say more. */
  readonly explainNetworkError?: (error: unknown) => NetworkError;
  readonly appVersion: string;
  /** Gives a proxy on the way what it asks for, from the user if it must be. Without it none gets anything. */
  readonly passProxy?: PassProxy;
  /** Called with the time of day at the service that has answered: ms since the epoch, to the second. */
  readonly onTime?: (time: number) => void;
};
type Answered =
  /** `text` null: longer than any answer of a service. */
  | { readonly response: Response; readonly text: string | null }
  | { readonly error: unknown }
  | { readonly refusedBy: 'proxy' };

const timeoutMs = 10_000;
/** No answer of the service comes near it; discovery is limited to 16 kB. */
const maxAnswerBytes = 65_536;

/** The meeting service as a table of typed calls; whatever goes wrong is a failure, never an exception. */
export function connectService({
  origin,
  fetch,
  explainNetworkError = () => ({ code: 'service-unreachable', mayAwaitProxyLogin: false }),
  appVersion,
  passProxy = async () => 'closed',
  onTime = () => undefined,
}: Deps): ServiceClient {
  async function ask(url: string, init: RequestInit): Promise<Answered> {
    try {
      // Each time anew: somebody may type a password in between.
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
      return { response, text: await readAtMost(response, maxAnswerBytes) };
    } catch (error) {
      return { error };
    }
  }

  /** Asks again once the proxy on the way has its password: what it held back never reached the service. */
  async function askThroughProxy(url: string, init: RequestInit): Promise<Answered> {
    const first = await ask(url, init);
    const isHeldBack =
      'response' in first
        ? first.response.status === proxyAsks
        : 'error' in first && explainNetworkError(first.error).mayAwaitProxyLogin;
    if (!isHeldBack) return first;
    const passage = await passProxy(url, 'insist');
    return passage === 'open' ? ask(url, init) : passage === 'refused' ? { refusedBy: 'proxy' } : first;
  }

  const call: ServiceClient['call'] = async (name, body, { token, idempotencyKey } = {}) => {
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
    if ('error' in answered) return err({ code: explainNetworkError(answered.error).code });
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
