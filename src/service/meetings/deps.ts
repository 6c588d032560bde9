import type { RandomBytes } from '../system/random-bytes.ts';
import type { Log } from '../operation/log.ts';
import type { MediaServer } from '../livekit/media-server.ts';
import type { Audit } from '../operation/audit/audit.ts';
import type { NetworkChecks } from '../network-check/network-checks.ts';
import type { Announcements } from './events/announcements.ts';
import type { MeetingRateLimits } from './entering/meeting-rate-limits.ts';
import type { InvitationCodes } from './credentials/invitation-code.ts';
import type { ParticipationTokens } from './credentials/participation-token.ts';
import type { MeetingRooms } from './rooms/meeting-rooms.ts';
import type { MeetingStore } from './store/meeting-store.ts';
import type { Telephone } from './telephone/telephone.ts';

type Limits = {
  readonly maxParticipants: number;
  readonly maxMinutes: number;
  readonly emptyMinutes: number;
  readonly neverJoinedMinutes: number;
  readonly maxMeetings: number;
  readonly maxMeetingsOfAgent: number;
};

/** All that the rules depend on; each function picks the members that it needs. */
export type MeetingDeps = {
  readonly store: MeetingStore;
  readonly media: MediaServer;
  readonly meetingRooms: MeetingRooms;
  readonly announcements: Announcements;
  /** Null without a trunk. */
  readonly telephone: Telephone | null;
  readonly audit: Audit;
  readonly networkChecks: NetworkChecks;
  readonly codes: InvitationCodes;
  readonly tokens: ParticipationTokens;
  readonly rateLimits: MeetingRateLimits;
  readonly limits: Limits;
  readonly instanceName: string;
  /** Where clients reach LiveKit. */
  readonly livekitUrl: string;
  /** Origin of the links that we write; a function because port 0 is known only once the service listens. */
  readonly publicOrigin: () => string;
  readonly randomBytes: RandomBytes;
  readonly log: Log;
};
