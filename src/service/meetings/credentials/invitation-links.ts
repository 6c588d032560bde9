import { writeInvitationLink } from '../../../shared/invitation-link.ts';
import type { Role } from '../../../shared/meeting.ts';
import type { MeetingDeps } from '../deps.ts';

/** The invitations of a meeting that somebody of this role may pass on. */
export function linksFor(
  { codes, publicOrigin }: Pick<MeetingDeps, 'codes' | 'publicOrigin'>,
  meetingId: string,
  role: Role,
): { participant: string; moderator?: string } {
  const link = (of: Role): string =>
    writeInvitationLink({ origin: publicOrigin(), code: codes.write({ meetingId, role: of }) });
  return {
    participant: link('participant'),
    ...(role === 'moderator' ? { moderator: link('moderator') } : {}),
  };
}
