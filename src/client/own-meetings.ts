import type { RunningMeetings } from '../shared/calls/meeting.ts';
import type { Failure } from '../shared/failure.ts';
import { parseInvitationLink, type InvitationLink } from '../shared/invitation-link.ts';
import type { OwnMeeting } from '../shared/meeting.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { asAgent, type AgentTokens } from './as-agent.ts';
import type { ServiceClient } from './service-client.ts';

type Deps = {
  readonly serviceAt: (origin: string) => ServiceClient;
  /** Origin of the service that meetings are opened on. */
  readonly ownServer: () => string;
  readonly session: AgentTokens;
  /** What time it is at that service, in ms since the epoch. */
  readonly serviceTime: (origin: string) => number;
};

/** The meetings that this agent opened and that are not over. Their links stay here: the page names a meeting by its id. */
export function listOwnMeetings({ serviceAt, ownServer, session, serviceTime }: Deps) {
  let listed: readonly OwnMeeting[] = [];

  return {
    async list(): Promise<Result<RunningMeetings, Failure>> {
      const found = await asAgent(session, ownServer(), (as) =>
        serviceAt(ownServer()).call('ownMeetings', undefined, as),
      );
      if (!found.ok) return found;
      listed = found.value;
      return ok({
        serverNow: new Date(serviceTime(ownServer())).toISOString(),
        meetings: listed.map(({ id, createdAt, expiresAt }) => ({ id, createdAt, expiresAt })),
      });
    },

    /** By which the agent goes back into one that was listed. */
    moderatorLink(id: string): Result<InvitationLink, Failure> {
      const meeting = listed.find((each) => each.id === id);
      const link = parseInvitationLink(meeting?.links.moderator ?? '');
      // A service that names links of another one is not followed there.
      return link.ok && link.value.origin === ownServer() ? link : err({ code: 'meeting-over' });
    },
  };
}
