import { ok, type Result } from '../../shared/result.ts';
import type { Agent, FindAgent } from './agent.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { FailureLimiter } from '../http/failure-limiter.ts';
import type { Log } from '../operation/log.ts';
import type { Clock } from '../system/clock.ts';
import { looksLikeJwt, readAccessToken } from './access-token.ts';
import { agentOf } from './agent-of-claims.ts';
import type { AgentRule } from './agent-rule.ts';
import { readBearer } from '../http/bearer.ts';
import { createIntrospection } from './introspection.ts';
import { connectIssuer } from './issuer.ts';

export type AgentsConfig = {
  readonly issuer: string;
  /** The audience that access tokens must name: this service. */
  readonly audience: string;
  readonly nameClaim: string;
  readonly rule: AgentRule | null;
  /** Which tokens the issuer is asked about: all, those that we cannot read, or none (null). */
  readonly introspection: {
    readonly of: 'every-token' | 'opaque-tokens';
    readonly clientId: string;
    readonly clientSecret: string;
  } | null;
};

type Deps = {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly failureLimiter: Pick<FailureLimiter, 'isSpent'>;
};

const notSignedIn = refuse('not-signed-in');
const tooOften = refuse('too-many-requests', { retryAfter: 60, ofCredentials: true });
/** Not `service-error`: nothing is broken here, and the same request may succeed in a moment. */
const cannotTell = refuse('service-busy', { retryAfter: 10, ofCredentials: true });

/**
 * Finds the agent whose access token a request carries (`VISIO_AUTH=oidc`). Refuses with not-signed-in what is no
 * valid token for this service, with not-an-agent people whom the rule does not name, with service-busy what cannot
 * be checked now, and with too-many-requests tokens about which the issuer is not asked because the address has sent
 * too many wrong ones. The last two are `ofCredentials`, which distinguishes them from an instance or a meeting that
 * is too busy.
 */
export function createAgentFinder(config: AgentsConfig, deps: Deps): FindAgent {
  const issuer = connectIssuer(config, deps);
  const introspect = createIntrospection({
    ...config,
    ...deps,
    isSpent: deps.failureLimiter.isSpent,
    asked: issuer,
  });
  const readsItself = (token: string) =>
    config.introspection?.of !== 'every-token' && (config.introspection === null || looksLikeJwt(token));

  return async ({ raw, ip }) => {
    const bearer = readBearer(raw);
    if (!bearer.ok || bearer.value === null) return notSignedIn;
    const claims = readsItself(bearer.value)
      ? await readAccessToken(bearer.value, { ...config, ...deps, keys: issuer.keys })
      : await introspect(bearer.value, ip);
    if (claims.ok) return agentOf(claims.value, config);
    if (claims.error === 'too-often') return tooOften;
    return claims.error === 'unknown' ? cannotTell : notSignedIn;
  };
}

/**
 * The same for calls where a token is optional: null for people who need not be known, including those who have an
 * account and are no agent. An invalid token is still refused: its owner believes that they are signed in.
 */
export const findAgentIfAny =
  (findAgent: FindAgent) =>
  async (request: Parameters<FindAgent>[0]): Promise<Result<Agent | null, Refusal>> => {
    const bearer = readBearer(request.raw);
    if (bearer.ok && bearer.value === null) return ok(null);
    const agent = await findAgent(request);
    return !agent.ok && agent.error.code === 'not-an-agent' ? ok(null) : agent;
  };
