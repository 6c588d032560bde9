import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import type { Log } from '../operation/log.ts';
import type { Clock } from '../system/clock.ts';
import { boundFetch } from './bounded-fetch.ts';
import { createRefreshingCache, type RefreshingCache } from './refreshing-cache.ts';
import { IssuerError, reportTrouble, type ReportTrouble } from './issuer-trouble.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** The identity provider, as far as we ask it. */
export type Issuer = {
  readonly keys: RefreshingCache<JWTVerifyGetKey>;
  /** What the issuer says about a token (RFC 7662), unjudged; throws if it does not answer. */
  introspect(token: string): Promise<Claims>;
  readonly report: ReportTrouble;
};

export type IssuerConfig = {
  /** Letter for letter what the issuer calls itself. */
  readonly issuer: string;
  /** Our client for introspection; null: tokens are never introspected. */
  readonly introspection: { readonly clientId: string; readonly clientSecret: string } | null;
};

type Deps = { readonly fetch: typeof globalThis.fetch; readonly clock: Clock; readonly log: Log };

const second = 1000;
const minute = 60 * second;
const limits = { timeoutMs: 3 * second, maxBytes: 256 * 1024 };
/** Meetings must open while the issuer is being restarted, and for a day whatever happens to it. */
const keeping = { freshMs: 10 * minute, keptMs: 24 * 60 * minute, pauseMs: 10 * second };

export function connectIssuer(config: IssuerConfig, { fetch, clock, log }: Deps): Issuer {
  const ask = boundFetch(fetch, limits);
  const report = reportTrouble(log, clock);
  const discovered = createRefreshingCache({
    ...keeping,
    clock,
    load: () => discover(config, ask),
    onFailure: (error) => report('discovery', error),
  });
  async function whereItIs(): Promise<client.Configuration> {
    const found = await discovered.get();
    if (!found) throw new IssuerError('it was not found');
    return found;
  }

  return {
    report,
    keys: createRefreshingCache({
      ...keeping,
      clock,
      load: async () => loadKeys((await whereItIs()).serverMetadata(), ask),
      onFailure: (error) => report('keys', error),
    }),
    async introspect(token) {
      const where = await whereItIs();
      try {
        return await client.tokenIntrospection(where, token, { token_type_hint: 'access_token' });
      } catch (error) {
        // Some issuers refuse texts that cannot be their tokens instead of calling them inactive.
        const refused = error instanceof client.ResponseBodyError && error.error === 'unsupported_token_type';
        if (refused) return { active: false };
        const unknown = error instanceof client.WWWAuthenticateChallengeError && error.status === 401;
        throw unknown ? new IssuerError('it refuses the credentials of this service') : error;
      }
    },
  };
}

type Ask = ReturnType<typeof boundFetch>;

/** OpenID Connect's own address, then that of RFC 8414 for issuers that are no OpenID providers. */
async function discover(config: IssuerConfig, ask: Ask): Promise<client.Configuration> {
  const { issuer, introspection } = config;
  const find = (algorithm: 'oidc' | 'oauth2') =>
    client.discovery(
      new URL(issuer),
      // Needed by the library; goes nowhere unless we introspect.
      introspection?.clientId ?? 'none',
      undefined,
      introspection ? client.ClientSecretBasic(introspection.clientSecret) : client.None(),
      {
        algorithm,
        [client.customFetch]: ask,
        // Only an issuer on loopback may be configured without TLS.
        execute: isPlain(issuer) ? [client.allowInsecureRequests] : [],
      },
    );
  const found = await find('oidc').catch((error: unknown) => {
    if (isMissing(error)) return find('oauth2');
    throw error;
  });
  if (found.serverMetadata().issuer !== issuer) throw new IssuerError('it calls itself otherwise');
  return found;
}

async function loadKeys(server: client.ServerMetadata, ask: Ask): Promise<JWTVerifyGetKey> {
  const { jwks_uri: url, issuer } = server;
  if (url === undefined) throw new IssuerError('it publishes no keys');
  if (!url.startsWith('https:') && !isPlain(issuer))
    throw new IssuerError('its keys are not at an https address');
  const answer = await ask(url, { method: 'GET', headers: { accept: 'application/json' } });
  if (answer.status !== 200) throw new IssuerError(`its keys: status ${answer.status}`);
  return createLocalJWKSet((await answer.json()) as JSONWebKeySet);
}

const isPlain = (url: string): boolean => url.startsWith('http:');

const isMissing = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Response && error.cause.status === 404;
