import { createAddressRateLimiter } from './address-rate-limiter.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { Clock } from '../system/clock.ts';

/** Notes one more wrong code from the address; true while it may still be answered as any other. */
export type FailureLimiter = RateLimiter;

/**
 * Counts failures, never people: a whole school behind one address may join, and somebody with a code that opens a
 * meeting is let in whatever the neighbours do.
 * @param maxPerMinute 0: no limit
 */
export const createFailureLimiter = (maxPerMinute: number, clock: Clock): FailureLimiter =>
  createAddressRateLimiter(maxPerMinute, clock);
