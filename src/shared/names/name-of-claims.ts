import { mendDisplayName } from './display-name.ts';

type Claims = Readonly<Record<string, unknown>>;

/**
 * What the directory calls an agent, from the claims of their token or the provider's userinfo: the claim that holds the
 * name, else the first and the family name, else the name of the account. Agents cannot change what it says: the name is
 * mended where that is needed. Null if none is left.
 */
export function nameOfClaims(claims: Claims, nameClaim = 'name'): string | null {
  const text = (claim: string): string | null =>
    typeof claims[claim] === 'string' ? mendDisplayName(claims[claim]) : null;
  const both = [text('given_name'), text('family_name')].filter((part) => part !== null).join(' ');
  return text(nameClaim) ?? mendDisplayName(both) ?? text('preferred_username');
}
