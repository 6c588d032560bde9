import { bearer, jwt } from './common-patterns.ts';
import { ipv6In } from './ipv6.ts';
import { blank, redactBy } from './redact-by.ts';

/** Members of an entry of the service's log that would hold a person or a credential, whatever the value looks like. */
export const personalMembers: readonly string[] = [
  'displayName',
  'name',
  'email',
  'authorization',
  'code',
  'token',
  'pin',
  'ip',
  'hostname',
];

/**
 * For the service's log: whatever looks like something that opens a meeting, or that names a person, in the finished line,
 * so also in messages and stacks of errors. What looks like one and is none (another machine's address in « ECONNREFUSED »)
 * goes with it.
 */
export const redactServiceLog = redactBy([
  jwt,
  bearer,
  // Runs of base64url: 30 letters are a code, 80 a participation token, 32 bytes in 43 a key.
  { pattern: /(?<![\w-])[\w-]{28,}/g, put: (run) => (isRoomOrWord(run) ? run : blank) },
  { pattern: /(?<![\w.-])(?:\d{10}|\d{3} \d{3} \d{4})(?![\w-]|\.\d)/g },
  { pattern: /(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g },
  {
    pattern: /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g,
    put: (address) => (address.startsWith('127.') ? address : blank),
  },
  { pattern: /[\da-f:.]{3,}/gi, put: (run) => (ipv6In(run).every(isThisMachine) ? run : blank) },
]);

/**
 * Rooms are named in the log, and mean nothing elsewhere; a run of small or of capital letters alone is a word of some
 * program.
 */
const isRoomOrWord = (run: string): boolean =>
  /^va-[a-z0-9-]+-[\da-f]{32}$/.test(run) || /^(?:[a-z_-]+|[A-Z_]+)$/.test(run);

const isThisMachine = (address: string): boolean => address === '::1' || address === '::';
