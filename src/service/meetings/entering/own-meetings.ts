import { createHash } from 'node:crypto';
import type { OwnMeeting } from '../../../shared/meeting.ts';
import type { Agent } from '../../agents/agent.ts';
import { linksFor } from '../credentials/invitation-links.ts';
import type { MeetingDeps } from '../deps.ts';

/** Agents and names are stored as digests: the store has to compare them, not to read them. */
export const digest = (parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** What the store knows an agent by. */
export const openerOf = (agent: Agent): string => digest([agent.id]);

/** The open meetings that this agent opened, the oldest first: to find back to one whose links were lost. */
export async function meetingsOpenedBy(
  deps: Pick<MeetingDeps, 'store' | 'codes' | 'publicOrigin'>,
  agent: Agent,
): Promise<OwnMeeting[]> {
  const now = deps.store.now();
  const opened = await deps.store.openedBy(openerOf(agent));
  return opened
    .filter(({ expiresAt }) => now < expiresAt)
    .map(({ id, createdAt, expiresAt }) => ({
      id,
      createdAt: new Date(createdAt).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
      links: linksFor(deps, id, 'moderator'),
    }));
}
