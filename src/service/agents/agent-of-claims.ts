import { nameOfClaims } from '../../shared/names/name-of-claims.ts';
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
  const displayName = nameOfClaims(claims, nameClaim) ?? words.fr.meeting.unnamedAgent;
  // An issuer holds no fragment: no other pair is written so.
  return ok({ id: `${issuer}#${sub}`, displayName });
}
