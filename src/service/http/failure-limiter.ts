import { createAddressRateLimiter } from './address-rate-limiter.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { Clock } from '../system/clock.ts';

/** Counts one more failure (a wrong code or token) of the address; true while it may still get the usual answer. */
export type FailureLimiter = RateLimiter;

/**
 * Counts failures, never people: a whole school behind one address may join, and a code that opens a meeting works
 * whatever the neighbours do.
 * @param maxPerMinute 0: no limit
 */
export const createFailureLimiter = (maxPerMinute: number, clock: Clock): FailureLimiter =>
  createAddressRateLimiter(maxPerMinute, clock);
