/** Cryptographically secure random bytes, as `node:crypto` makes them; tests give their own. */
export type RandomBytes = (length: number) => Buffer;
