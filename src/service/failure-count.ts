import { isIP } from 'node:net';
import type { Clock } from './meetings/parts.ts';

/** Notes one more wrong code from the address; true while it may still be answered as any other. */
export type CountFailure = (address: string) => boolean;

const minute = 60_000;
const maxAddresses = 50_000;

/**
 * Counts failures, never people: a whole school behind one address may join, and somebody with a code that opens a
 * meeting is let in whatever the neighbours do. Loopback is not counted: that is a proxy nobody declared, or a test.
 * @param maxPerMinute 0: no limit
 */
export function createFailureCount(maxPerMinute: number, clock: Clock): CountFailure {
  let windowEnds = 0;
  let counts = new Map<string, number>();
  return (address) => {
    const key = neighbourhood(address);
    if (maxPerMinute === 0 || key === null) return true;
    const now = clock();
    if (now >= windowEnds || windowEnds > now + minute) {
      windowEnds = now + minute;
      counts = new Map();
    }
    const count = (counts.get(key) ?? 0) + 1;
    // With a full table new addresses go uncounted: memory is bounded, and those already counted stay so.
    if (counts.has(key) || counts.size < maxAddresses) counts.set(key, count);
    return count <= maxPerMinute;
  };
}

/** An IPv6 subscriber has a whole /64; null for loopback. */
function neighbourhood(address: string): string | null {
  const plain = address.replace(/^::ffff:/i, '');
  if (plain === '::1' || plain.startsWith('127.')) return null;
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const front = head.split(':').filter((part) => part !== '');
  const back = tail.split(':').filter((part) => part !== '');
  const zeros = plain.includes('::') ? Array.from({ length: 8 - front.length - back.length }, () => '0') : [];
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}
