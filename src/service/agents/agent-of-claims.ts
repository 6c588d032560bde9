import { mendDisplayName } from '../../shared/names/display-name.ts';
import { ok, type Result } from '../../shared/result.ts';
import { words } from '../../shared/words/words.ts';
import type { Agent } from './agent.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { obeys, type AgentRule } from './agent-rule.ts';
import type { Claims } from './issuer.ts';

type Options = {
  readonly issuer: string;
  readonly nameClaim: string;
  /** null: everybody who has an account is an agent. */
  readonly rule: AgentRule | null;
};

const maxSubject = 255; // OpenID Connect Core, 2

/** The person that verified claims speak of, if it is one and an agent. */
export function agentOf(claims: Claims, { issuer, nameClaim, rule }: Options): Result<Agent, Refusal> {
  const { sub, client_id: client, azp = client, cnf } = claims;
  if (typeof sub !== 'string' || sub === '' || sub.length > maxSubject) return refuse('not-signed-in');
  // A token bound to a key is worthless without proof of that key, which cannot be given here.
  if (cnf !== undefined) return refuse('not-signed-in');
  // A program that got a token for itself is its own subject (RFC 9068, 2.2).
  if (sub === azp || sub === client) return refuse('not-an-agent');
  if (rule && !obeys(claims, rule)) return refuse('not-an-agent');
  // An issuer holds no fragment: no other pair is written so.
  return ok({ id: `${issuer}#${sub}`, displayName: nameOf(claims, nameClaim) });
}

/**
 * Agents cannot change what the directory says: the name is repaired where necessary, and never a reason to refuse.
 */
function nameOf(claims: Claims, nameClaim: string): string {
  const text = (claim: string) => (typeof claims[claim] === 'string' ? mendDisplayName(claims[claim]) : null);
  const both = [text('given_name'), text('family_name')].filter((part) => part !== null).join(' ');
  return (
    text(nameClaim) ?? mendDisplayName(both) ?? text('preferred_username') ?? words.fr.meeting.unnamedAgent
  );
}
