import type { Discovery } from '../../shared/discovery.ts';
import { webAddress } from '../../shared/settings/kinds.ts';
import { isManaged, type ResolvedSettings } from '../../shared/settings/resolve-settings.ts';
import type { Settings } from '../../shared/settings/settings.ts';

/** Where agents sign in, and as which client. */
export type Issuer = {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** RFC 8707: the service that the access token is for; null if the provider does not support it. */
  readonly resource: string | null;
};

export type SignInSettings = Pick<Settings, 'server' | 'signInIssuer' | 'signInClientId'>;

const usualScopes = ['openid', 'profile', 'offline_access'];

/**
 * The service, and what the administrator set for its sign-in. That applies only if a policy also names the service: otherwise
 * the user may have chosen one, or been talked into it, for which the administration's issuer would then give tokens.
 */
export function signInSettings({ values, sources }: ResolvedSettings): SignInSettings {
  const { server, signInIssuer, signInClientId } = values;
  return isManaged(sources.server)
    ? { server, signInIssuer, signInClientId }
    : { server, signInIssuer: '', signInClientId: '' };
}

/** What the administrator set takes precedence over what the service says; null if nobody can sign in. */
export function chooseIssuer(
  { signInIssuer, signInClientId }: SignInSettings,
  signIn: Discovery['signIn'],
): Issuer | null {
  const issuer = signInIssuer || signIn?.issuer;
  const clientId = signInClientId || signIn?.clientId;
  // The address from the service is checked like that of a policy: TLS, or this machine.
  if (!issuer || !clientId || webAddress.read(issuer) === undefined) return null;
  const scopes = signIn && signIn.scopes.length > 0 ? signIn.scopes : usualScopes;
  return {
    issuer,
    clientId,
    scopes: scopes.includes('openid') ? scopes : ['openid', ...scopes],
    resource: signIn?.resource ?? null,
  };
}

/**
 * Where the tokens that this issuer gives are valid.
 * - `service`: only at the service; `named`: everywhere the issuer's tokens are, and the administrator named it for this service.
 * - `anywhere`: the same, but only the service named the issuer: its operator could use the tokens elsewhere.
 * - `elsewhere`: at another service than the one that would get them.
 */
export type Reach = 'service' | 'named' | 'anywhere' | 'elsewhere';

export function reachOf({ issuer, resource }: Issuer, { server, signInIssuer }: SignInSettings): Reach {
  if (resource !== null)
    return URL.canParse(resource) && new URL(resource).origin === server ? 'service' : 'elsewhere';
  return issuer === signInIssuer ? 'named' : 'anywhere';
}

/** Whether a sign-in at the one is also valid for the other. */
export const sameIssuer = (a: Issuer | null, b: Issuer | null): boolean =>
  a?.issuer === b?.issuer && a?.clientId === b?.clientId;

/** Whether the same is requested from both. */
export const sameAsk = (a: Issuer | null, b: Issuer | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
