import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { InvitationLink } from '../../../shared/invitation-link.ts';
import type { Phase } from './meeting-phase.ts';

/** What lies over the phase and waits for an answer. */
export type Overlay =
  | { readonly name: 'other-meeting'; readonly link: InvitationLink }
  /** A link that opens nothing, while there is something better to show than its failure alone. */
  | { readonly name: 'link-refused'; readonly failure: Failure }
  /** « J'active mon matériel », opened on the trouble that led there, if one did. */
  | { readonly name: 'devices'; readonly trouble: Diagnosis | null }
  | { readonly name: 'accessibility' }
  | { readonly name: 'settings' }
  | null;

export type MeetingState = {
  /** Under one key because set() merges: at top level an admission would outlive its phase. */
  readonly phase: Phase;
  readonly overlay: Overlay;
  /** False while the meeting service does not answer; media goes on without it. */
  readonly serviceReachable: boolean;
  /** Service's clock minus the page's, in ms, as last heard; 0 before that. */
  readonly skewMs: number;
};
