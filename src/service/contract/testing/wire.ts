import type { IncomingHttpHeaders } from 'node:http';
import { expect } from 'vitest';

// Written by hand from the contract, and not taken from src/shared: what is wrong there would be right here too.

export type Admission = {
  readonly meeting: {
    readonly id: string;
    readonly reference: string;
    readonly role: 'moderator' | 'participant';
    readonly createdAt: string;
    readonly expiresAt: string;
    readonly serverNow: string;
    readonly links: { readonly participant: string; readonly moderator: string };
  };
  readonly participant: {
    readonly identity: string;
    readonly displayName: string;
    readonly verified: 'agent' | 'guest' | 'phone';
  };
  readonly livekitToken: string;
  readonly participationToken: string;
};

/** RFC 3339 in UTC with milliseconds. */
export const aTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
/** 22 bytes in base64url, in their link. */
export const aLink = expect.stringMatching(/^http:\/\/127\.0\.0\.1:8080\/r\/[A-Za-z0-9_-]{29}[AQgw]$/);
export const aText = expect.stringMatching(/./);

/** The whole admission, member by member: `toEqual` refuses one too many and one too few. */
export const anAdmission = (role: Admission['meeting']['role'], verified: string, displayName: string) => ({
  meeting: {
    id: aText,
    reference: expect.stringMatching(/^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$/),
    title: 'Réunion improvisée',
    welcome: aText,
    role,
    createdAt: aTime,
    expiresAt: aTime,
    serverNow: aTime,
    maxParticipants: 100,
    links: role === 'moderator' ? { participant: aLink, moderator: aLink } : { participant: aLink },
    telephone: null,
  },
  participant: { identity: aText, displayName, verified },
  livekitUrl: 'ws://127.0.0.1:7880',
  livekitToken: aText,
  participationToken: expect.stringMatching(/^[A-Za-z0-9_-]{80}$/),
});

type Refused = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** What there is to know of a refusal: compare it with `failure`. */
export const problemIn = ({ status, headers, text }: Refused) => ({
  status,
  type: headers['content-type'],
  body: JSON.parse(text) as unknown,
});

/** The answer of every refusal, member by member. */
export const failure = (code: string, status: number, field?: string) => ({
  status,
  type: 'application/problem+json',
  body: {
    type: `urn:visio-agents:failure:${code}`,
    title: aText,
    status,
    ...(field === undefined ? {} : { field }),
  },
});
