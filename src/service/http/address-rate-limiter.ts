import { isIP } from 'node:net';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';
import type { Clock } from '../system/clock.ts';

/**
 * Counts one more for the address; true while there are no more than `most` within this minute. Loopback is not
 * counted: it is a proxy that nobody declared, or a test.
 * @param most 0: no limit. The numbers are settings, in `config/operation.ts`
 */
export function createAddressRateLimiter(most: number, clock: Clock): RateLimiter {
  // Whoever has a site (/48) can send from its 65,536 networks, more than the table holds: once it is full, nobody new is let in.
  // Twenty-five such sites could still fill it, within a minute, at 833 requests a second.
  const count = createRateLimiter(most, clock, 'refuse', { ownerOf: siteOf, mostKeys: 2000 });
  const note = (address: string): boolean => {
    const key = networkOf(address);
    return key === null || count(key);
  };
  const isSpent = (address: string): boolean => {
    const key = networkOf(address);
    return key !== null && count.isSpent(key);
  };
  return Object.assign(note, { isSpent });
}

/** The network that an address belongs to: an IPv6 subscriber has a whole /64. Null for loopback. */
export function networkOf(address: string): string | null {
  const plain = address.replace(/^::ffff:/i, '');
  if (plain === '::1' || plain.startsWith('127.')) return null;
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const front = head.split(':').filter((part) => part !== '');
  const back = tail.split(':').filter((part) => part !== '');
  const zeros = plain.includes('::') ? Array.from({ length: 8 - front.length - back.length }, () => '0') : [];
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}

/** The site of a network: whoever has one /64 may well have the whole /48 around it. */
export const siteOf = (key: string): string => key.split(':').slice(0, 3).join(':');
