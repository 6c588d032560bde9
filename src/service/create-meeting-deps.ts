import type { Audit } from './operation/audit/audit.ts';
import type { Config } from './config/config.ts';
import type { MediaServer } from './livekit/media-server.ts';
import type { Log } from './operation/log.ts';
import { createAnnouncements } from './meetings/events/announcements.ts';
import { createMeetingRateLimits } from './meetings/entering/meeting-rate-limits.ts';
import { createInvitationCodes } from './meetings/credentials/invitation-code.ts';
import { createParticipationTokens } from './meetings/credentials/participation-token.ts';
import type { Bus } from './meetings/events/event-bus.ts';
import type { MeetingDeps } from './meetings/deps.ts';
import type { RandomBytes } from './system/random-bytes.ts';
import { createMeetingRooms } from './meetings/rooms/meeting-rooms.ts';
import type { MeetingStore } from './meetings/store/meeting-store.ts';
import { createTelephone } from './meetings/telephone/telephone.ts';
import { createNetworkChecks } from './network-check/network-checks.ts';

type Deps = {
  readonly config: Pick<
    Config,
    'codeKeys' | 'limits' | 'maxPerMinute' | 'instanceName' | 'livekit' | 'telephone'
  >;
  readonly store: MeetingStore;
  readonly media: MediaServer;
  readonly audit: Audit;
  readonly publicOrigin: () => string;
  readonly bus?: Bus;
  readonly randomBytes: RandomBytes;
  readonly log: Log;
};

/** Creates what the rules depend on from what differs between a service and a test of it. */
export function createMeetingDeps({ config, ...deps }: Deps): MeetingDeps {
  const { randomBytes, log, bus } = deps;
  const instance = randomBytes(8).toString('hex');
  const announcements = createAnnouncements({ instance, log, ...(bus ? { bus } : {}) });
  const telephone = config.telephone && createTelephone({ ...deps, config: config.telephone });
  return {
    ...deps,
    announcements,
    telephone,
    meetingRooms: createMeetingRooms({
      ...deps,
      announcements,
      telephone,
      instanceName: config.instanceName,
    }),
    networkChecks: createNetworkChecks({
      ...deps,
      instanceName: config.instanceName,
      livekitUrl: config.livekit.publicUrl,
    }),
    codes: createInvitationCodes(config.codeKeys),
    tokens: createParticipationTokens(config.codeKeys),
    rateLimits: createMeetingRateLimits(config.maxPerMinute, deps.store.now),
    limits: config.limits,
    instanceName: config.instanceName,
    livekitUrl: config.livekit.publicUrl,
  };
}
