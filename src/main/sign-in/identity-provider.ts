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
import { isLoopbackHost } from '../../shared/loopback.ts';
import type { Fetch } from '../meeting-service.ts';
import { readAtMost } from '../read-at-most.ts';
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
/** No answer of a provider comes near it; a userinfo may hold a picture. */
const maxAnswerBytes = 1_000_000;

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
        whole(fetch(url, { ...(init as RequestInit), credentials: 'omit', cache: 'no-store' })),
    });
    const metadata = configuration.serverMetadata();
    const { authorization_endpoint: page } = metadata;
    const endpoints = endpointsOf(metadata).map((each) => new URL(each));
    // The first is handed to the system, which has a program for every scheme; the others get tokens.
    for (const { protocol, hostname } of page === undefined ? endpoints : [new URL(page), ...endpoints])
      if (protocol !== 'https:' && !(protocol === 'http:' && isLoopbackHost(hostname)))
        throw new Error('an endpoint without TLS');
    for (const { origin } of endpoints) allow(origin);
    return configuration;
  }
  const configured = (): Promise<Configuration> => {
    found ??= lookUp().catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };

  const tokensOf = (given: Awaited<ReturnType<typeof refreshTokenGrant>>): Tokens => ({
    accessToken: given.access_token,
    expiresAt: now() + (given.expiresIn() ?? 60) * 1000,
    refreshToken: given.refresh_token ?? null,
    name: personOf(given.claims()),
  });

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
        const tokens = tokensOf(given);
        if (tokens.name !== '') return tokens;
        const told = await userInfo(configuration, given.access_token, given.claims()?.sub);
        return { ...tokens, name: personOf(told) };
      }),
    refresh: (refreshToken) =>
      attempting(async () => {
        const configuration = await configured();
        // Nothing more is asked: the name is known since the sign-in, and the new refresh token is not stored yet.
        return tokensOf(await refreshTokenGrant(configuration, refreshToken, resource));
      }, isDead),
    async revoke(refreshToken) {
      await attempting(async () => tokenRevocation(await configured(), refreshToken));
    },
  };
}

type Metadata = ReturnType<Configuration['serverMetadata']>;
const endpointsOf = ({ token_endpoint, revocation_endpoint, userinfo_endpoint }: Metadata): string[] =>
  [token_endpoint, revocation_endpoint, userinfo_endpoint].filter((each) => each !== undefined);

/** The answer, once it is there to its end. @throws if that does not come. */
async function whole(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  const { status, headers } = response;
  const text = await readAtMost(response, maxAnswerBytes);
  if (text === null) throw new Error('an answer without end');
  return new Response(text === '' ? null : text, { status, headers });
}

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
