import { isIP } from 'node:net';
import { countPerMinute } from './count-per-minute.ts';
import type { Clock } from './meetings/parts.ts';

/** Notes one more wrong code from the address; true while it may still be answered as any other. */
export type CountFailure = (address: string) => boolean;

/**
 * Counts failures, never people: a whole school behind one address may join, and somebody with a code that opens a
 * meeting is let in whatever the neighbours do. Loopback is not counted: that is a proxy nobody declared, or a test.
 * @param maxPerMinute 0: no limit
 */
export function createFailureCount(maxPerMinute: number, clock: Clock): CountFailure {
  const count = countPerMinute(maxPerMinute, clock);
  return (address) => {
    const key = neighbourhood(address);
    return key === null || count(key);
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
