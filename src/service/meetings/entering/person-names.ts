import { parseDisplayName } from '../../../shared/names/display-name.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { words } from '../../../shared/words/words.ts';
import type { Agent } from '../../agents/agent.ts';
import { shownAgentName } from '../../agents/shown-agent-name.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import { identityBytes } from '../credentials/participation-token.ts';
import type { MeetingDeps } from '../deps.ts';
import type { Person } from '../meeting-state.ts';

const wrongName = refuse('bad-request', { field: 'displayName' });

/** The name of somebody whom nobody has verified. Refuses an empty or unreadable one with bad-request. */
export function guestName(typed: string): Result<string, Refusal> {
  const name = parseDisplayName(typed);
  return name.ok ? name : wrongName;
}

/** How an agent is shown; without sign-in nobody has checked a name, and they may type nothing. */
export function openerName({ displayName }: Agent, typed: string | undefined): Result<string, Refusal> {
  if (displayName !== undefined) return shownAgentName(displayName, typed);
  const name = parseDisplayName(typed ?? '');
  if (name.ok) return name;
  return name.error === 'empty' ? ok(words.fr.meeting.unnamedAgent) : wrongName;
}

export const newPerson = (
  { randomBytes }: Pick<MeetingDeps, 'randomBytes'>,
  person: Omit<Person, 'identity'>,
): Person => ({ identity: randomBytes(identityBytes).toString('base64url'), ...person });
