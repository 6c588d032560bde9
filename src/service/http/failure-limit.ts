import { countPerAddress } from './address-rate-limiter.ts';
import type { Count } from './rate-limiter.ts';
import type { Clock } from '../system/clock.ts';

/** Notes one more wrong code from the address; true while it may still be answered as any other. */
export type CountFailure = Count;

/**
 * Counts failures, never people: a whole school behind one address may join, and somebody with a code that opens a
 * meeting is let in whatever the neighbours do.
 * @param maxPerMinute 0: no limit
 */
export const createFailureCount = (maxPerMinute: number, clock: Clock): CountFailure =>
  countPerAddress(maxPerMinute, clock);
