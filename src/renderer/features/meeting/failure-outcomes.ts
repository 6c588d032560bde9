import type { FailureCode } from '../../../shared/failure.ts';
import type { EndReason } from '../../../shared/meeting.ts';

export type Outcome = {
  /** The picture of the page that tells it. */
  readonly picture: 'told' | 'no-entry' | 'connection' | 'repair';
  /** The main button of that page. `home`: asking again would get the same answer for ever. */
  readonly main: 'retry' | 'come-back' | 'sign-in' | 'home';
  /** What becomes of whoever is in the room when the service answers it: they stay, read this failure, or the meeting is over. */
  readonly inRoom: 'stays' | 'refused' | EndReason | 'unheard';
};

const signIn = { picture: 'told', main: 'sign-in', inRoom: 'stays' } as const;
const noEntry = { picture: 'no-entry', main: 'retry', inRoom: 'stays' } as const;
const connection = { picture: 'connection', main: 'retry', inRoom: 'stays' } as const;
const unforeseen = { picture: 'repair', main: 'retry', inRoom: 'stays' } as const;

/** What the window does after each failure; its sentences are in `shared/words`. */
export const failureOutcomes: Readonly<Record<FailureCode, Outcome>> = {
  // It ended while we could not hear of it: the service no longer knows how.
  'meeting-over': { picture: 'told', main: 'home', inRoom: 'unheard' },
  removed: { picture: 'no-entry', main: 'home', inRoom: 'removed' },
  'entry-refused': { picture: 'no-entry', main: 'home', inRoom: 'stays' },
  'link-invalid': { picture: 'no-entry', main: 'home', inRoom: 'stays' },
  'server-not-allowed': { picture: 'no-entry', main: 'home', inRoom: 'stays' },
  'meeting-full': { ...noEntry, inRoom: 'refused' },
  'meeting-locked': { ...noEntry, inRoom: 'refused' },
  'joined-elsewhere': { picture: 'told', main: 'come-back', inRoom: 'stays' },
  'not-signed-in': signIn,
  'session-expired': signIn,
  'not-allowed': noEntry,
  'not-an-agent': noEntry,
  'no-server': noEntry,
  'certificate-untrusted': noEntry,
  'sign-in-for-another': noEntry,
  'too-many-requests': noEntry,
  offline: connection,
  'sign-in-unreachable': connection,
  'sign-in-answer-wrong': connection,
  'proxy-authentication': connection,
  'service-unreachable': connection,
  'media-unreachable': connection,
  'service-busy': connection,
  'bad-request': unforeseen,
  'idempotency-conflict': unforeseen,
  'service-error': unforeseen,
  'not-a-service': unforeseen,
  'app-too-old': unforeseen,
  'clock-wrong': unforeseen,
  'app-error': unforeseen,
};
