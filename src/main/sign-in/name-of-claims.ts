import { mendDisplayName } from '../../shared/names/display-name.ts';

/** The display name of a person, from the claims of an ID token or of the provider's userinfo; '' if they hold no name. */
export function nameOfClaims(claims: Readonly<Record<string, unknown>> | undefined): string {
  const text = (name: string): string => {
    const value = claims?.[name];
    return typeof value === 'string' ? (mendDisplayName(value) ?? '') : '';
  };
  const parts = [text('given_name'), text('family_name')].filter(Boolean).join(' ');
  return text('name') || parts || text('preferred_username');
}
