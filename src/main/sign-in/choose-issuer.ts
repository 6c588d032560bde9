import type { Discovery } from '../../shared/discovery.ts';
import { webAddress } from '../../shared/settings/kinds.ts';
import type { Settings } from '../../shared/settings/settings.ts';

/** Where agents sign in, and as which client. */
export type Issuer = {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** RFC 8707: which service the access token is for; null where the provider has no such thing. */
  readonly resource: string | null;
};

const usualScopes = ['openid', 'profile', 'offline_access'];

/** What the administrator set wins over what the service says of itself; null where nobody can sign in. */
export function chooseIssuer(
  { signInIssuer, signInClientId }: Pick<Settings, 'signInIssuer' | 'signInClientId'>,
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

/** Whether a sign-in with the one is a sign-in with the other. */
export const sameIssuer = (a: Issuer | null, b: Issuer | null): boolean =>
  a?.issuer === b?.issuer && a?.clientId === b?.clientId;

/** Whether the one is asked for the same as the other. */
export const sameAsk = (a: Issuer | null, b: Issuer | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
