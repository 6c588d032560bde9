import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** One purpose's keys, derived so that what one purpose signs means nothing to another. */
export type SigningKeys = {
  /** HMAC-SHA-256 by the first key. */
  sign(bytes: Uint8Array): Buffer;
  /** Whether any key made this MAC, which may be cut to its first bytes; in constant time. */
  verify(bytes: Uint8Array, mac: Uint8Array): boolean;
};

/** @param keys of 32 bytes: the first signs, all verify, so that keys can be changed while meetings run. */
export function deriveKeys(
  keys: readonly Uint8Array[],
  purpose: 'invitation/v1' | 'participation/v1' | 'audit/v1',
): SigningKeys {
  const derived = keys.map((key) => Buffer.from(hkdfSync('sha256', key, new Uint8Array(), purpose, 32)));
  const [first] = derived;
  if (first === undefined) throw new Error('at least one key is needed');
  const macOf = (key: Uint8Array, bytes: Uint8Array) => createHmac('sha256', key).update(bytes).digest();
  return {
    sign: (bytes) => macOf(first, bytes),
    verify(bytes, mac) {
      // Every key is tried, whatever the first ones say, so that the time taken reveals nothing.
      const matches = derived.filter((key) =>
        timingSafeEqual(macOf(key, bytes).subarray(0, mac.length), mac),
      );
      return matches.length > 0;
    },
  };
}

/** The bytes of a base64url text, or null unless it is the one text that these bytes have (Node decodes sixteen). */
export function readCanonical(text: string, length: number): Buffer | null {
  if (text.length !== Math.ceil((length * 4) / 3)) return null;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === length && bytes.toString('base64url') === text ? bytes : null;
}
