import type { ServiceFailureCode } from '../shared/failure.ts';
import { err, type Result } from '../shared/result.ts';

/**
 * Why a rule says no; `retryAfter` in seconds, `field` the member of the request that was wrong. `ofCredentials`: only the
 * token stood in the way; with another one, or without, the same request may be answered otherwise.
 */
export type Refusal = {
  readonly code: ServiceFailureCode;
  readonly field?: string;
  readonly retryAfter?: number;
  readonly ofCredentials?: true;
};

export const refuse = (code: ServiceFailureCode, more: Omit<Refusal, 'code'> = {}): Result<never, Refusal> =>
  err({ code, ...more });
