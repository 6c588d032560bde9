import { bearer, jwt } from './common-patterns.ts';
import { redactBy } from './redact-by.ts';

/** For what livekit-client writes in the page: its tokens, and the address that carries one. */
export const redactPageLog = redactBy([
  { pattern: /([?&](?:access_token|join_request)=)[^&\s"']+/g, put: '$1…' },
  bearer,
  jwt,
]);
