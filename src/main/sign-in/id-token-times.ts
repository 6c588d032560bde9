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
export function checkIdTokenTimes(
  { exp, iat, nbf }: Times,
  { here, provider }: Clocks,
): Result<void, 'sign-in-answer-wrong' | ClockWrong> {
  const now = (provider ?? here) / 1000;
  if (exp > now - tolerance && (nbf ?? now) <= now + tolerance) return ok();
  const clockAheadMs = Math.round(here - iat * 1000);
  const isOurClock = provider === null && exp > iat && Math.abs(clockAheadMs) > tolerance * 1000;
  return err(isOurClock ? { clockAheadMs } : 'sign-in-answer-wrong');
}
