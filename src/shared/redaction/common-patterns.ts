import { blank, type RedactionPattern } from './redact-by.ts';

// What no log and no report shows. Each of the four tables says where in its order they stand: `app-log.ts`, `page-log.ts`,
// `service-log.ts`, `report.ts`. A new secret is a line of `secrets` in `redaction.test.ts`, which tries it in all four, and a canary in
// `service/secret-leaks.test.ts` and `scripts/cluster/canary/known-meeting.ts`.

/**
 * A JWT (JWS or JWE), also one that was cut; the payload of LiveKit’s names the meeting and the person. What stands before
 * it in the same run goes with it: the run may be a code or a key whose rest would be too short to be known for one.
 */
export const jwt: RedactionPattern = {
  pattern: /(?<![\w-])(?:[\w-]*?-)?eyJ[\w-]{5,}(?:\.[\w-]*){0,4}/g,
};

/** What stands behind « Bearer » in a header; in a line of JSON the quote after it is escaped. */
export const bearer: RedactionPattern = { pattern: /\b(Bearer)\s+[^\s"\\]+/gi, put: `$1 ${blank}` };
