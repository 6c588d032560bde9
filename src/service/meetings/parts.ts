import type { Log } from '../log.ts';
import type { MediaServer } from '../livekit.ts';
import type { Audit } from '../audit/audit.ts';
import type { NetworkChecks } from '../network-check/network-checks.ts';
import type { Announcements } from './announcements.ts';
import type { Budgets } from './budgets.ts';
import type { InvitationCodes } from './invitation-code.ts';
import type { ParticipationTokens } from './participation-token.ts';
import type { Places } from './place.ts';
import type { MeetingStore } from './store.ts';
import type { Telephone } from './telephone.ts';

/** Milliseconds since 1970. */
export type Clock = () => number;
export type RandomBytes = (length: number) => Buffer;

type Limits = {
  readonly maxParticipants: number;
  readonly maxMinutes: number;
  readonly emptyMinutes: number;
  readonly neverJoinedMinutes: number;
  readonly maxMeetings: number;
  readonly maxMeetingsOfAgent: number;
};

/** What the rules are given; each names the few that it needs. */
export type Parts = {
  readonly store: MeetingStore;
  readonly media: MediaServer;
  readonly places: Places;
  readonly announcements: Announcements;
  /** Null without a trunk. */
  readonly telephone: Telephone | null;
  readonly audit: Audit;
  readonly networkChecks: NetworkChecks;
  readonly codes: InvitationCodes;
  readonly tokens: ParticipationTokens;
  readonly budgets: Budgets;
  readonly limits: Limits;
  readonly instanceName: string;
  /** Where clients reach LiveKit. */
  readonly livekitUrl: string;
  /** Origin of the links that we write; a function because port 0 is known only once the service listens. */
  readonly publicOrigin: () => string;
  readonly randomBytes: RandomBytes;
  readonly log: Log;
};
