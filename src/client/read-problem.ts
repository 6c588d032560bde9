import { z } from 'zod';
import { problem, type Failure, type FailureCode, type ServiceFailureCode } from '../shared/failure.ts';
import { parseJson } from '../shared/parse-json.ts';

/** Proxy Authentication Required: the proxy on the way answers, not the service. */
export const proxyAsks = 407;
/** Network Authentication Required (RFC 6585): the answer of a captive portal. */
const portalStatus = 511;
/** What a gateway answers when the server behind it does not; any other 5xx comes from the server itself. */
export const gatewayStatus: ReadonlySet<number> = new Set([502, 503, 504]);

/** These refusals also reach callers who need no token, or have sent a good one. */
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
