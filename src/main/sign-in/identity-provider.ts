import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  clockTolerance,
  Configuration,
  customFetch,
  discovery,
  fetchUserInfo,
  None,
  refreshTokenGrant,
  tokenRevocation,
  type ServerMetadata,
} from 'openid-client';
import { nameOfClaims } from '../../shared/names/name-of-claims.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ClockWrong } from '../../shared/sign-in.ts';
import type { Fetch } from '../../client/service-client.ts';
import type { Issuer } from './choose-issuer.ts';
import { checkEndpoints } from './endpoints.ts';
import { observeAnswers, type Answers } from './observe-answers.ts';
import { hasAudience } from './access-token-audience.ts';
import { checkIdTokenTimes } from './id-token-times.ts';
import { isDead, wasRefused } from './provider-refusals.ts';

/** What the provider gave for a person. */
export type Tokens = {
  readonly accessToken: string;
  /** Ms, by the same clock as `now`. */
  readonly expiresAt: number;
  /** Null if the provider gives none: signed in until the access token expires. */
  readonly refreshToken: string | null;
  /** '' if the provider gives no name. */
  readonly name: string;
};
/**
 * `refused`: by the person, or by the provider, which was reached; `unreachable`: not known; `answer-wrong`: the answer is not
 * that of a provider.
 */
export type ProviderTrouble =
  'sign-in-refused' | 'sign-in-unreachable' | 'sign-in-answer-wrong' | 'sign-in-for-another' | ClockWrong;

/** The result of a refresh. */
export type Refreshed = {
  /** The token that replaces the used one, even if the rest of the answer is invalid. */
  readonly rotated: string | null;
  readonly tokens: Result<Tokens, ProviderTrouble>;
};

/** What is kept until the browser comes back; only what is in the address leaves main. */
export type Attempt = { readonly state: string; readonly nonce: string; readonly verifier: string };
export type IdentityProvider = {
  begin(redirectUri: string, attempt: Attempt): Promise<Result<URL, ProviderTrouble>>;
  redeem(callback: URL, attempt: Attempt): Promise<Result<Tokens, ProviderTrouble>>;
  /** `rotated` must be stored before the rest is used. */
  refresh(refreshToken: string): Promise<Refreshed>;
  /** Best effort: at a provider that cannot be reached the token expires by itself some day. */
  revoke(refreshToken: string): Promise<void>;
};

export type IdentityProviderDeps = {
  readonly issuer: Issuer;
  /** `net.fetch`: unlike Node's it uses the system's proxy and certificates. */
  readonly fetch: Fetch;
  /** Allows requests of main to that origin from now on. */
  readonly allow: (origin: string) => void;
  /** Ms since any moment, by a clock that nobody sets. */
  readonly now: () => number;
  /** Ms since the epoch by the clock of this computer, which may be wrong. */
  readonly wallClock: () => number;
};

const timeoutSeconds = 15;
/** Disables the library's check by this computer's clock, which is often wrong: `checkIdTokenTimes` uses the provider's. */
const anyTime = { [clockTolerance]: Number.MAX_SAFE_INTEGER };

type Conversation = { readonly configuration: Configuration; readonly answers: Answers };

/** One issuer, by OpenID Connect (code with PKCE). Its metadata is fetched when first needed, and again after a failure. */
export function connectIdentityProvider(deps: IdentityProviderDeps): IdentityProvider {
  const { issuer, fetch, allow, now, wallClock } = deps;
  let found: { readonly metadata: Promise<ServerMetadata>; readonly answers: Answers } | null = null;
  const resource = issuer.resource === null ? {} : { resource: issuer.resource };
  // Only for an issuer on this machine: `chooseIssuer` accepts no other without TLS.
  const isInsecure = issuer.issuer.startsWith('http:');

  async function lookUp(answers: Answers): Promise<ServerMetadata> {
    allow(new URL(issuer.issuer).origin);
    const configuration = await discovery(new URL(issuer.issuer), issuer.clientId, undefined, None(), {
      timeout: timeoutSeconds,
      execute: isInsecure ? [allowInsecureRequests] : [],
      [customFetch]: (url, init) => answers.fetch(url, init as RequestInit),
    });
    const metadata = configuration.serverMetadata();
    for (const origin of checkEndpoints(metadata)) allow(origin);
    return metadata;
  }

  async function attempting<T>(
    ask: (conversation: Conversation) => Promise<Result<T, ProviderTrouble>>,
    answers = observeAnswers(fetch),
    isRefusal: (error: unknown) => boolean = wasRefused,
  ): Promise<Result<T, ProviderTrouble>> {
    found ??= { metadata: lookUp(answers), answers };
    const looked = found;
    try {
      const metadata = await looked.metadata.catch((error: unknown) => {
        if (found === looked) found = null;
        throw error;
      });
      const configuration = new Configuration(metadata, issuer.clientId, anyTime, None());
      configuration.timeout = timeoutSeconds;
      if (isInsecure) allowInsecureRequests(configuration);
      configuration[customFetch] = (url, init) => answers.fetch(url, init as RequestInit);
      return await ask({ configuration, answers });
    } catch (error) {
      if (isRefusal(error)) return err('sign-in-refused');
      return err(
        looked.answers.isAway() || answers.isAway() ? 'sign-in-unreachable' : 'sign-in-answer-wrong',
      );
    }
  }

  function judge(
    given: Awaited<ReturnType<typeof refreshTokenGrant>>,
    { answers }: Conversation,
  ): Result<Tokens, ProviderTrouble> {
    const claims = given.claims();
    const times = claims && checkIdTokenTimes(claims, { here: wallClock(), provider: answers.time() });
    if (times?.ok === false) return times;
    if (!hasAudience(issuer.resource, given.access_token)) return err('sign-in-for-another');
    return ok({
      accessToken: given.access_token,
      expiresAt: now() + (given.expires_in ?? 60) * 1000,
      refreshToken: given.refresh_token ?? null,
      name: nameOfClaims(claims ?? {}) ?? '',
    });
  }

  const revoke = async (refreshToken: string): Promise<void> => {
    await attempting(async ({ configuration }) => ok(await tokenRevocation(configuration, refreshToken)));
  };

  return {
    revoke,
    begin: (redirectUri, { state, nonce, verifier }) =>
      attempting(async ({ configuration }) =>
        ok(
          buildAuthorizationUrl(configuration, {
            redirect_uri: redirectUri,
            scope: issuer.scopes.join(' '),
            code_challenge: await calculatePKCECodeChallenge(verifier),
            code_challenge_method: 'S256',
            state,
            nonce,
            // Without it many providers give no refresh token (OpenID Connect Core, section 11).
            ...(issuer.scopes.includes('offline_access') ? { prompt: 'consent' } : {}),
            ...resource,
          }),
        ),
      ),
    async redeem(callback, { state, nonce, verifier }) {
      const answers = observeAnswers(fetch);
      const redeemed = await attempting(async (conversation) => {
        const { configuration } = conversation;
        const checks = {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        };
        const given = await authorizationCodeGrant(configuration, callback, checks, resource);
        const tokens = judge(given, conversation);
        if (!tokens.ok || tokens.value.name !== '') return tokens;
        const told = await userInfo(configuration, given.access_token, given.claims()?.sub);
        return ok({ ...tokens.value, name: nameOfClaims(told ?? {}) ?? '' });
      }, answers);
      const given = answers.refreshToken();
      // Tokens that do not sign anybody in must not stay valid.
      if (!redeemed.ok && given !== null) await revoke(given);
      return redeemed;
    },
    async refresh(refreshToken) {
      const answers = observeAnswers(fetch);
      const tokens = await attempting(
        // No further request: the name is known since the sign-in, and the new refresh token is not stored yet.
        async (conversation) =>
          judge(await refreshTokenGrant(conversation.configuration, refreshToken, resource), conversation),
        answers,
        isDead,
      );
      return { rotated: answers.refreshToken(), tokens };
    },
  };
}

/** Many providers give the name only here. If it cannot be fetched, that is no reason to be signed out. */
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
