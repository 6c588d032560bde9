import type { Clock } from '../system/clock.ts';

const minute = 60_000;
const maxKeys = 50_000;

export type RateLimiter = {
  (key: string): boolean;
  /** Whether one more would be too many; counts nothing. */
  readonly isSpent: (key: string) => boolean;
};

/** Keys that one owner may have many of. */
export type Owners = {
  /** The key itself where it has no other owner. */
  readonly ownerOf: (key: string) => string;
  /** So many of an owner's keys are counted by themselves in a minute; all others count as one, which is the owner's. */
  readonly mostKeys: number;
};

/**
 * Counts one more for a key; true while there are no more than `most` within this minute. When the table is full, new
 * keys are not counted: memory stays bounded, and keys that were counted stay counted.
 * @param most 0: no limit
 * @param whenFull what then happens to new keys: `refuse` where whoever asks can have any number of keys, so that filling
 * the table lifts no limit; `pass` where keys are hard to come by.
 * @param owners so that no owner fills the table alone; null where each key is its own
 */
export function createRateLimiter(
  most: number,
  clock: Clock,
  whenFull: 'refuse' | 'pass',
  owners: Owners | null = null,
): RateLimiter {
  let windowEnds = 0;
  let counts = new Map<string, number>();
  let keysOfOwner = new Map<string, number>();
  const begin = (): void => {
    const now = clock();
    // If the clock is set back, the window must not last for ever.
    if (now < windowEnds && windowEnds <= now + minute) return;
    windowEnds = now + minute;
    counts = new Map();
    keysOfOwner = new Map();
  };
  /** As what the key is counted. */
  const countedAs = (key: string): string => {
    if (owners === null || counts.has(key)) return key;
    const owner = owners.ownerOf(key);
    return (keysOfOwner.get(owner) ?? 0) < owners.mostKeys ? key : owner;
  };
  const note = (asked: string): boolean => {
    if (most === 0) return true;
    begin();
    const key = countedAs(asked);
    const before = counts.get(key);
    if (before === undefined && counts.size >= maxKeys) return whenFull === 'pass';
    const owner = owners?.ownerOf(key) ?? key;
    if (before === undefined && owner !== key) keysOfOwner.set(owner, (keysOfOwner.get(owner) ?? 0) + 1);
    counts.set(key, (before ?? 0) + 1);
    return (before ?? 0) < most;
  };
  const isSpent = (asked: string): boolean => {
    if (most === 0) return false;
    begin();
    return (counts.get(countedAs(asked)) ?? 0) >= most;
  };
  return Object.assign(note, { isSpent });
}
