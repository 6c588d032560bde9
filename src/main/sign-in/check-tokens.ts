import { err, ok, type Result } from '../../shared/result.ts';
import type { ClockWrong } from '../../shared/sign-in.ts';

type Times = { readonly exp: number; readonly iat: number; readonly nbf?: number | undefined };
type Clocks = {
  /** Ms since the epoch, as this computer has it. */
  readonly here: number;
  /** The same as the provider has it; null where it does not say. */
  readonly provider: number | null;
};

/** Seconds by which machines of one provider may differ. */
const tolerance = 30;

/**
 * Whether an ID token that has come just now holds now. By the provider's clock, not this computer's, which is often wrong:
 * both the token and the date of the answer come from the provider over TLS. Where it names no date, this computer's clock
 * has to do, and is told to be wrong by what lies between it and the moment at which the token was made.
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
 * Whether an access token is for the resource that was asked for. Providers that do not know RFC 8707 pass over what they are
 * asked for, and give a token that is good elsewhere; whoever named our provider for a service of their own would get it.
 * Only of a token that can be read (RFC 9068) is that known.
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
