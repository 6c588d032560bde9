import type { Clock } from './meetings/parts.ts';

const minute = 60_000;
const maxKeys = 50_000;

/**
 * Notes one more for a key; true while it is no more than `most` within this minute. With a full table new keys go
 * uncounted: memory is bounded, and those already counted stay so.
 * @param most 0: no limit
 */
export function countPerMinute(most: number, clock: Clock): (key: string) => boolean {
  let windowEnds = 0;
  let counts = new Map<string, number>();
  return (key) => {
    if (most === 0) return true;
    const now = clock();
    // A clock that was set back must not count for ever.
    if (now >= windowEnds || windowEnds > now + minute) {
      windowEnds = now + minute;
      counts = new Map();
    }
    const count = (counts.get(key) ?? 0) + 1;
    if (counts.has(key) || counts.size < maxKeys) counts.set(key, count);
    return count <= most;
  };
}
