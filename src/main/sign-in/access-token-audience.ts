/**
 * Whether an access token is for the requested resource. Providers without RFC 8707 ignore the request and give a token that is
 * valid elsewhere; somebody who names our provider for a service of their own would get it. This is known only of a token that
 * can be read (RFC 9068).
 */
export function hasAudience(resource: string | null, accessToken: string): boolean {
  if (resource === null) return true;
  const audience = audienceOf(accessToken);
  return audience === null || audience.includes(resource);
}

function audienceOf(token: string): readonly unknown[] | null {
  const parts = token.split('.');
  if (parts.length !== 3) return null;
  try {
    const claims = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString()) as {
      aud?: unknown;
    } | null;
    return Array.isArray(claims?.aud) ? claims.aud : [claims?.aud];
  } catch {
    return null; // three parts of something else
  }
}
