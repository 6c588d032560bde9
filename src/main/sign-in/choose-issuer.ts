import type { Discovery } from '../../shared/discovery.ts';
import { webAddress } from '../../shared/settings/kinds.ts';
import { isManaged, type ResolvedSettings } from '../../shared/settings/resolve-settings.ts';
import type { Settings } from '../../shared/settings/settings.ts';

/** Where agents sign in, and as which client. */
export type Issuer = {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** RFC 8707: which service the access token is for; null where the provider has no such thing. */
  readonly resource: string | null;
};

export type SignInSettings = Pick<Settings, 'server' | 'signInIssuer' | 'signInClientId'>;

const usualScopes = ['openid', 'profile', 'offline_access'];

/**
 * The service, and what the administrator set of its sign-in. That holds for the service that a policy names too: on any
 * other, which the user chose or was talked into, the administration's issuer would be asked for tokens in its favour.
 */
export function signInSettings({ values, sources }: ResolvedSettings): SignInSettings {
  const { server, signInIssuer, signInClientId } = values;
  return isManaged(sources.server)
    ? { server, signInIssuer, signInClientId }
    : { server, signInIssuer: '', signInClientId: '' };
}

/** What the administrator set wins over what the service says of itself; null where nobody can sign in. */
export function chooseIssuer(
  { signInIssuer, signInClientId }: SignInSettings,
  signIn: Discovery['signIn'],
): Issuer | null {
  const issuer = signInIssuer || signIn?.issuer;
  const clientId = signInClientId || signIn?.clientId;
  // The service's own word is checked like a policy's: TLS, or this machine.
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
 * Where the tokens are good that this issuer is asked for.
 * - `service`: for the service alone; `named`: wherever the issuer's tokens are, and the administrator named it for this service.
 * - `anywhere`: the same, and nobody but the service named the issuer: whoever runs the service could use them elsewhere.
 * - `elsewhere`: for another service than the one that would get them.
 */
export type Reach = 'service' | 'named' | 'anywhere' | 'elsewhere';

export function reachOf({ issuer, resource }: Issuer, { server, signInIssuer }: SignInSettings): Reach {
  if (resource !== null)
    return URL.canParse(resource) && new URL(resource).origin === server ? 'service' : 'elsewhere';
  return issuer === signInIssuer ? 'named' : 'anywhere';
}

/** Whether a sign-in with the one is a sign-in with the other. */
export const sameIssuer = (a: Issuer | null, b: Issuer | null): boolean =>
  a?.issuer === b?.issuer && a?.clientId === b?.clientId;

/** Whether the one is asked for the same as the other. */
export const sameAsk = (a: Issuer | null, b: Issuer | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
