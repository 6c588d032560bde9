import { err, ok, type Result } from '../../shared/result.ts';
import type { ClockWrong } from '../../shared/sign-in.ts';

type Times = { readonly exp: number; readonly iat: number; readonly nbf?: number | undefined };
type Clocks = {
  /** Ms since the epoch, as this computer has it. */
  readonly here: number;
  /** The same by the clock of the provider; null if it does not say. */
  readonly provider: number | null;
};

/** Seconds by which the clocks of one provider may differ. */
const tolerance = 30;

/**
 * Whether an ID token that has just arrived is valid now, by the provider's clock and not by this computer's, which is often
 * wrong: both the token and the date of the answer come from the provider over TLS. If the answer has no date, this computer's
 * clock is used; if the token is not valid by it, the error says by how much that clock differs from the moment the token was
 * issued.
 */
export function checkTimes(
  { exp, iat, nbf }: Times,
  { here, provider }: Clocks,
): Result<void, 'sign-in-answer-wrong' | ClockWrong> {
  const now = (provider ?? here) / 1000;
  if (exp > now - tolerance && (nbf ?? now) <= now + tolerance) return ok();
  const clockAheadMs = Math.round(here - iat * 1000);
  const isOurClock = provider === null && exp > iat && Math.abs(clockAheadMs) > tolerance * 1000;
  return err(isOurClock ? { clockAheadMs } : 'sign-in-answer-wrong');
}

/**
 * Whether an access token is for the requested resource. Providers without RFC 8707 ignore the request and give a token that is
 * valid elsewhere; somebody who names our provider for a service of their own would get it. This is known only of a token that
 * can be read (RFC 9068).
 */
export function isFor(resource: string | null, accessToken: string): boolean {
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
