import { bearer, jwt } from './common-patterns.ts';
import { redactBy } from './redact-by.ts';

/** For the app's own log: query strings, tokens, invitation codes and other long random words. */
export const redactAppLog = redactBy([
  { pattern: /\?[^\s"')]+/g, put: '?…' },
  bearer,
  jwt,
  { pattern: /[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/g },
  { pattern: /[\w-]{28,}/g },
]);
