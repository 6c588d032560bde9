import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  fetchUserInfo,
  None,
  refreshTokenGrant,
  ResponseBodyError,
  AuthorizationResponseError,
  tokenRevocation,
  type Configuration,
} from 'openid-client';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Fetch } from '../meeting-service.ts';
import type { Issuer } from './choose-issuer.ts';
import { personOf } from './person-of.ts';

/** What the provider gave for somebody. */
export type Tokens = {
  readonly accessToken: string;
  /** Ms since the epoch. */
  readonly expiresAt: number;
  /** Null where the provider gives none: signed in until the access token is over. */
  readonly refreshToken: string | null;
  /** '' where the provider tells no name. */
  readonly name: string;
};
/** `refused`: by the person or the provider, who was there; `unreachable`: nobody can say. */
export type ProviderTrouble = 'sign-in-refused' | 'sign-in-unreachable';

/** What stays here until the browser comes back; none of it leaves main but as the address says. */
export type Attempt = { readonly state: string; readonly nonce: string; readonly verifier: string };
export type IdentityProvider = {
  begin(redirectUri: string, attempt: Attempt): Promise<Result<URL, ProviderTrouble>>;
  redeem(callback: URL, attempt: Attempt): Promise<Result<Tokens, ProviderTrouble>>;
  /** The new refresh token is to be stored before anything is done with the rest. */
  refresh(refreshToken: string): Promise<Result<Tokens, ProviderTrouble>>;
  /** Best effort: a provider that is away forgets it by itself some day. */
  revoke(refreshToken: string): Promise<void>;
};

export type IdentityProviderDeps = {
  readonly issuer: Issuer;
  /** net.fetch: it knows the system's proxy and certificates, Node's does not. */
  readonly fetch: Fetch;
  /** Requests of main may go to that origin from now on. */
  readonly allow: (origin: string) => void;
  /** Ms since the epoch. */
  readonly now: () => number;
};

const timeoutSeconds = 15;

/** One issuer, asked by OpenID Connect (code with PKCE); it is looked up once it is needed, and again after it was away. */
export function connectIdentityProvider({
  issuer,
  fetch,
  allow,
  now,
}: IdentityProviderDeps): IdentityProvider {
  let found: Promise<Configuration> | null = null;
  const resource = issuer.resource === null ? {} : { resource: issuer.resource };

  async function lookUp(): Promise<Configuration> {
    allow(new URL(issuer.issuer).origin);
    const configuration = await discovery(new URL(issuer.issuer), issuer.clientId, undefined, None(), {
      timeout: timeoutSeconds,
      // Only for an issuer on this machine: `chooseIssuer` lets no other one through without TLS.
      execute: issuer.issuer.startsWith('http:') ? [allowInsecureRequests] : [],
      [customFetch]: (url, init) =>
        fetch(url, { ...(init as RequestInit), credentials: 'omit', cache: 'no-store' }),
    });
    for (const endpoint of endpointsOf(configuration.serverMetadata())) allow(new URL(endpoint).origin);
    return configuration;
  }
  const configured = (): Promise<Configuration> => {
    found ??= lookUp().catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };

  async function tokensOf(
    configuration: Configuration,
    given: Awaited<ReturnType<typeof refreshTokenGrant>>,
  ): Promise<Tokens> {
    const claims = given.claims();
    const name = personOf(claims) || personOf(await userInfo(configuration, given.access_token, claims?.sub));
    return {
      accessToken: given.access_token,
      expiresAt: now() + (given.expiresIn() ?? 60) * 1000,
      refreshToken: given.refresh_token ?? null,
      name,
    };
  }

  return {
    begin: (redirectUri, { state, nonce, verifier }) =>
      attempting(async () => {
        const configuration = await configured();
        return buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: issuer.scopes.join(' '),
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
          // Without it many providers give no refresh token (OpenID Connect Core, section 11).
          ...(issuer.scopes.includes('offline_access') ? { prompt: 'consent' } : {}),
          ...resource,
        });
      }),
    redeem: (callback, { state, nonce, verifier }) =>
      attempting(async () => {
        const configuration = await configured();
        const checks = {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        };
        const given = await authorizationCodeGrant(configuration, callback, checks, resource);
        return tokensOf(configuration, given);
      }),
    refresh: (refreshToken) =>
      attempting(async () => {
        const configuration = await configured();
        return tokensOf(configuration, await refreshTokenGrant(configuration, refreshToken, resource));
      }, isDead),
    async revoke(refreshToken) {
      await attempting(async () => tokenRevocation(await configured(), refreshToken));
    },
  };
}

type Metadata = ReturnType<Configuration['serverMetadata']>;
const endpointsOf = ({ token_endpoint, revocation_endpoint, userinfo_endpoint }: Metadata): string[] =>
  [token_endpoint, revocation_endpoint, userinfo_endpoint].filter((each) => each !== undefined);

/** Many providers tell the name here only. That it cannot be had is no reason to be signed out. */
async function userInfo(
  configuration: Configuration,
  accessToken: string,
  subject: string | undefined,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (subject === undefined || configuration.serverMetadata().userinfo_endpoint === undefined)
    return undefined;
  try {
    return await fetchUserInfo(configuration, accessToken, subject);
  } catch {
    return undefined;
  }
}

async function attempting<T>(
  ask: () => Promise<T>,
  isRefusal: (error: unknown) => boolean = wasRefused,
): Promise<Result<T, ProviderTrouble>> {
  try {
    return ok(await ask());
  } catch (error) {
    return err(isRefusal(error) ? 'sign-in-refused' : 'sign-in-unreachable');
  }
}

/** The provider itself said no (RFC 6749, section 5.2); its own trouble (5xx, `server_error`) says nothing about us. */
function wasRefused(error: unknown): boolean {
  if (error instanceof AuthorizationResponseError)
    return error.error !== 'server_error' && error.error !== 'temporarily_unavailable';
  if (error instanceof ResponseBodyError)
    return error.status >= 400 && error.status < 500 && error.status !== 429;
  return false;
}

/** Only this word says that the token is worth nothing any more; whatever else goes wrong there signs nobody out. */
const isDead = (error: unknown): boolean =>
  error instanceof ResponseBodyError && error.error === 'invalid_grant';
