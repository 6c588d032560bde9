import type { Clock } from '../system/clock.ts';

const minute = 60_000;
const maxKeys = 50_000;

export type RateLimiter = {
  (key: string): boolean;
  /** Whether one more would be too many; counts nothing. */
  readonly isSpent: (key: string) => boolean;
};

/**
 * Counts one more for a key; true while there are no more than `most` within this minute. When the table is full, new
 * keys are not counted: memory stays bounded, and keys that were counted stay counted.
 * @param most 0: no limit
 * @param whenFull what then happens to new keys: `refuse` where whoever asks can have any number of keys, so that filling
 * the table lifts no limit; `pass` where keys are hard to come by.
 */
export function createRateLimiter(most: number, clock: Clock, whenFull: 'refuse' | 'pass'): RateLimiter {
  let windowEnds = 0;
  let counts = new Map<string, number>();
  const noted = (key: string): number => {
    const now = clock();
    // If the clock is set back, the window must not last for ever.
    if (now >= windowEnds || windowEnds > now + minute) {
      windowEnds = now + minute;
      counts = new Map();
    }
    return counts.get(key) ?? 0;
  };
  const note = (key: string): boolean => {
    if (most === 0) return true;
    const count = noted(key) + 1;
    if (!counts.has(key) && counts.size >= maxKeys) return whenFull === 'pass';
    counts.set(key, count);
    return count <= most;
  };
  return Object.assign(note, { isSpent: (key: string) => most !== 0 && noted(key) >= most });
}
