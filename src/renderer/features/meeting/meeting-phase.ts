import type { Failure } from '../../../shared/failure.ts';
import type { InvitationLink } from '../../../shared/invitation-link.ts';
import type { RoomAdmission } from '../../../shared/calls/meeting.ts';
import type { EndReason, Lookup, Role } from '../../../shared/meeting.ts';
import { failureOutcomes } from './failure-outcomes.ts';

/** How somebody came into the room: `returned` after a reload, a crash or « Revenir… » asks nothing and stays muted. */
export type Entry = 'opened' | 'joined' | 'returned';

export type Entering = { readonly name: 'entering'; readonly how: 'opening' | 'returning' };

export type Joining = {
  readonly name: 'joining';
  readonly link: InvitationLink;
  readonly lookup: Lookup | null;
  readonly sent: boolean;
};

/** Until a moderator lets us in, or does not. `link`: by which we came; null for whoever was in the meeting before. */
export type Waiting = {
  readonly name: 'waiting';
  readonly link: InvitationLink | null;
  /** What the link stands for; agents whom the service knows wait by a moderator link alone, when it is closed. */
  readonly role: Role | null;
};

export type InRoom = {
  readonly name: 'in-room';
  readonly entry: Entry;
  readonly admission: RoomAdmission;
};

export type Ended = {
  readonly name: 'ended';
  readonly reason: EndReason | 'unheard';
  readonly reference: string;
};

export type Failed = {
  readonly name: 'failed';
  readonly failure: Failure;
  readonly retry: Retry | null;
};

export type Phase =
  | { readonly name: 'home' }
  | Entering
  | Joining
  | Waiting
  | InRoom
  | { readonly name: 'left'; readonly admission: RoomAdmission; readonly wasLast: boolean }
  | Ended
  | Failed;

export type MeetingState = {
  /** Under one key because set() merges: at top level an admission would outlive its phase. */
  readonly phase: Phase;
  /** False while the meeting service does not answer; media goes on without it. */
  readonly serviceReachable: boolean;
  /** Service's clock minus the page's, in ms, as last heard; 0 before that. */
  readonly skewMs: number;
};

/** What « Réessayer » does on the page of a failure. */
export type Retry =
  | { readonly name: 'open' }
  | { readonly name: 'return' }
  | { readonly name: 'resume'; readonly id: string }
  | { readonly name: 'link'; readonly link: InvitationLink };

export const ended = ({ admission }: InRoom, reason: Ended['reason']): Ended => ({
  name: 'ended',
  reason,
  reference: admission.meeting.reference,
});

export const failed = (failure: Failure, retry: Retry | null): Failed => ({
  name: 'failed',
  failure,
  retry: failureOutcomes[failure.code].main === 'home' ? null : retry,
});
